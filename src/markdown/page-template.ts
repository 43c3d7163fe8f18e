import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { VFile } from 'vfile';
import { remarkLimitDepth } from './remark-limit-depth.ts';

/** The template of a page as a tree, its placeholders still text; what is nested too deeply is reported and left out. */
export function parsePageTemplate(file: VFile): Root {
  const tree = unified().use(remarkParse).parse(file);
  remarkLimitDepth()(tree, file);
  return tree;
}
