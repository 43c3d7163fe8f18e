import type { Image, Parents, Root, RootContent, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { pointAfter, pointIn } from '../../book/messages/point-in.ts';
import { claimId } from '../claim-id.ts';
import { noteDropped } from '../unread/note-place.ts';
import { attributesAt } from '../../book/attributes.ts';
import { imageSize } from './image-size.ts';
import { imageIn } from './images-in.ts';
import { withoutIndent } from './without-indent.ts';

/**
 * Reads `{width=40% #id .class}` behind an image, or behind a link around one, as Pandoc
 * does: its size, an id that links may name, classes for the stylesheet, `.decorative`, `alt="…"` (or `fig-alt`) for a
 * description that is not the words in brackets, `details=#id` for a long one elsewhere in the file. What else stands there has
 * no effect and is told of. Use while texts are as typed, after references to images are resolved.
 */
export function remarkImageAttributes() {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node, index, parent) => {
      if (parent === undefined || index === undefined || node.type === 'root') return;
      const image = imageIn(node);
      const behind: RootContent | undefined = parent.children[index + 1];
      if (image === undefined || behind?.type !== 'text') return;
      const rest = applyAttributes(image, behind, file, index === 0 ? parent : undefined);
      if (rest !== behind) parent.children.splice(index + 1, 1, ...(rest ? [rest] : []));
    });
  };
}

/**
 * Gives an image the attributes that a text begins with; returns what is left of the text.
 *
 * @param begun what the image stands at the beginning of
 */
function applyAttributes(
  image: Image,
  text: Text,
  file: VFile,
  begun: Parents | undefined,
): Text | undefined {
  const before = /^\s*/.exec(text.value)?.[0] ?? '';
  const found = attributesAt(text.value.slice(before.length));
  const value = text.value.slice(before.length + (found?.length ?? 0));
  // Apart from the image they are its own only where nothing follows on their line.
  if (found === undefined || (before !== '' && !/^(?:\n|$)/.test(value))) return text;
  const { id, classes, values } = found.attributes;
  const { style, isWide, unread } = imageSize(values);
  // Behind the indent of its paragraph it would stick out of the page.
  if (isWide && begun?.type === 'paragraph') withoutIndent(begun);
  const details = values.get('details');
  const named = classes.filter((name) => name !== decorative);
  const claimed = id === undefined ? undefined : claimId(id, text, file);
  image.alt = values.get('alt') ?? values.get('fig-alt') ?? image.alt;
  image.data = {
    ...image.data,
    hProperties: {
      ...image.data?.hProperties,
      ...(claimed !== undefined && { id: claimed }),
      ...(named.length > 0 && { className: named }),
      ...(named.length < classes.length && { role: 'presentation' }),
      ...(style !== '' && { style }),
      ...(details !== undefined && { ariaDetails: details }),
    },
  };
  const without = [...values.keys()].filter((name) => !honoured.has(name) || unread.includes(name));
  const written = without.map((name) => `${name}=${values.get(name)}`).join(' ');
  if (without.length > 0) {
    noteDropped(file, 'image-attribute', written, pointAfter(file, text.position?.start, before.length));
  }
  if (value === '') return undefined;
  return {
    ...text,
    value,
    ...(text.position && { position: { ...text.position, start: endOf(text, file) } }),
  };
}

/** The class of an image that only decorates: it is passed over where the book is read aloud. */
const decorative = 'decorative';

const honoured: ReadonlySet<string> = new Set(['width', 'height', 'details', 'alt', 'fig-alt']);

/** Where the braces end that a text begins with. */
function endOf({ position }: Text, file: VFile) {
  const close = String(file).indexOf('}', position?.start.offset);
  return pointIn(file, close + 1);
}
