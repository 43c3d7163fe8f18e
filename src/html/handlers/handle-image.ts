import type { Image } from 'mdast';
import { defaultHandlers } from 'remark-rehype';
import { report } from '../../book/messages/messages.ts';
import type { Handler } from './handler.ts';

/** An image; one without a description that is not said to decorate is reported. */
export const image: Handler = (state, node: Image) => {
  const { file } = state.options;
  if (node.data?.hProperties?.['role'] === 'presentation') {
    return defaultHandlers.image(state, { ...node, alt: '' });
  }
  if (file && !node.alt?.trim()) {
    report(file, 'image-alt', `The image "${node.url}" has no description`, node);
  }
  return defaultHandlers.image(state, node);
};
