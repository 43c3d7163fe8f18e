import { remarkDefinitionList } from 'remark-definition-list';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { remarkCollectNotes } from './remark-collect-notes.ts';
import { remarkDirectives } from './remark-directives.ts';
import { remarkDropFrontMatter } from './remark-drop-front-matter.ts';
import { remarkFigures } from './remark-figures.ts';
import { remarkHeadings } from './remark-headings.ts';
import { remarkLateAddresses } from './remark-late-addresses.ts';
import { remarkLiftTitle } from './remark-lift-title.ts';
import { remarkLimitDepth } from './remark-limit-depth.ts';
import { remarkResolveReferences } from './remark-resolve-references.ts';
import { remarkSmartPunctuation } from './remark-smart-punctuation.ts';
import { remarkStrictDirectives } from './remark-strict-directives.ts';
import { remarkStrictDollars } from './remark-strict-dollars.ts';

/**
 * Everything that happens to one Markdown file, in order. What does not stay in the tree
 * (title, notes, anchors) goes into `file.data.draft`.
 *
 * @param language BCP 47, the language of the file
 * @param web whether the file may hold bare web addresses
 */
export function createProcessor(language: string, web: boolean) {
  return (
    unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkLateAddresses, { web })
      .use(remarkFrontmatter)
      .use(remarkDirective)
      .use(remarkStrictDirectives)
      .use(remarkDefinitionList)
      .use(remarkMath)
      .use(remarkStrictDollars)
      // From here on the tree is safe to recurse into.
      .use(remarkLimitDepth)
      .use(remarkDropFrontMatter)
      .use(remarkResolveReferences)
      .use(remarkDirectives)
      .use(remarkFigures)
      // Headings get their names as typed, before punctuation becomes typographic.
      .use(remarkHeadings)
      .use(remarkSmartPunctuation, { language })
      // Titles and notes leave the tree last, so that everything above reaches them too.
      .use(remarkCollectNotes)
      .use(remarkLiftTitle)
      .freeze()
  );
}
