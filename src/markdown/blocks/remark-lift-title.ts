import type { Root } from 'mdast';
import type { VFile } from 'vfile';

/** Takes the heading that is the section's title out of the text. */
export function remarkLiftTitle() {
  return (tree: Root, file: VFile): void => {
    const title = file.data.draft?.title;
    if (title) tree.children = tree.children.filter((node) => node !== title);
  };
}
