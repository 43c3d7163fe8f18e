import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { VFile } from 'vfile';

/** The template of a page as a tree, its placeholders still text. */
export function parsePageTemplate(file: VFile): Root {
  return unified().use(remarkParse).parse(file);
}
