import { remarkDefinitionList } from 'remark-definition-list';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified, type PluggableList } from 'unified';
import type { NotesSettings } from '../book/metadata.ts';
import type { Orthography } from '../language/punctuation.ts';
import { remarkAlerts } from './directives/remark-alerts.ts';
import { remarkBibliographyPlace } from './citations/remark-bibliography-place.ts';
import { remarkBracketedNotes } from './notes/remark-bracketed-notes.ts';
import { remarkCaptions } from './blocks/remark-captions.ts';
import { remarkCitations } from './citations/remark-citations.ts';
import { remarkCitationSyntax } from './citations/citation-syntax.ts';
import { remarkCaretSlips } from './notes/remark-caret-slips.ts';
import { remarkCodeOptions } from './blocks/remark-code-options.ts';
import { remarkCollectNotes } from './notes/remark-collect-notes.ts';
import { remarkCrossReferences } from './links/remark-cross-references.ts';
import { remarkDirectives } from './directives/remark-directives.ts';
import { remarkDivAttributes } from './directives/remark-div-attributes.ts';
import { remarkDropFrontMatter } from './blocks/remark-drop-front-matter.ts';
import { remarkDropContents } from './blocks/remark-drop-contents.ts';
import { remarkPageBreaks } from './blocks/remark-page-breaks.ts';
import { remarkFencedDivs } from './directives/remark-fenced-divs.ts';
import { remarkFigures } from './blocks/remark-figures.ts';
import { remarkHeadings } from './blocks/remark-headings.ts';
import { remarkImageAttributes } from './blocks/remark-image-attributes.ts';
import { remarkIndentedDefinitions } from './notes/remark-indented-definitions.ts';
import { remarkIndexMarks } from './index/remark-index-marks.ts';
import { remarkInlineNotes } from './inline/remark-inline-notes.ts';
import { remarkAbbreviations } from './inline/remark-abbreviations.ts';
import { remarkInlineNoteSyntax } from './inline/inline-note-syntax.ts';
import { remarkLabelledLists } from './lists/remark-labelled-lists.ts';
import { remarkLateAddresses } from './links/remark-late-addresses.ts';
import { remarkLiftTitle } from './blocks/remark-lift-title.ts';
import { remarkLimitDepth } from './remark-limit-depth.ts';
import { remarkCjkEmphasisSyntax } from './inline/cjk-emphasis-syntax.ts';
import { remarkMarkedTextSyntax } from './inline/marked-text-syntax.ts';
import { remarkRaisedNumbers } from './notes/remark-raised-numbers.ts';
import { remarkRaisedTextSyntax } from './inline/raised-text-syntax.ts';
import { remarkQuickDefinitions } from './lists/remark-quick-definitions.ts';
import { remarkListMarkers } from './lists/remark-list-markers.ts';
import { remarkLostMarks } from './notes/remark-lost-marks.ts';
import { remarkMisplacedMarks } from './notes/remark-misplaced-marks.ts';
import { remarkOpenMarks } from './notes/remark-open-marks.ts';
import { remarkResolveReferences } from './links/remark-resolve-references.ts';
import { remarkRuby } from './typography/remark-ruby.ts';
import { remarkSmartPunctuation } from './typography/remark-smart-punctuation.ts';
import { remarkSpacedAddresses } from './links/remark-spaced-addresses.ts';
import { remarkStrictDirectives } from './directives/remark-strict-directives.ts';
import { remarkUnclosedHtml } from './blocks/remark-unclosed-html.ts';
import { remarkUnclosedScopes } from './blocks/remark-unclosed-scopes.ts';
import { remarkStrictDollars } from './blocks/remark-strict-dollars.ts';
import { remarkSuspectNumbers } from './notes/remark-suspect-numbers.ts';
import { remarkUnreadMarkup } from './unread/remark-unread-markup.ts';

/** What the chain depends on. */
export interface FileKind extends Orthography {
  /** Whether the file may hold bare web addresses. */
  readonly web: boolean;
  /** How the file writes notes. */
  readonly notes: NotesSettings['style'];
  /** The keys of the bibliography; absent where the book has none, so that it has no citations. */
  readonly keys?: ReadonlySet<string>;
  /** Steps of the caller's own, which see the tree as it was typed: directives, notes and links still by their names. */
  readonly plugins?: PluggableList;
}

/**
 * Everything that happens to one Markdown file, in order. What does not stay in the tree
 * (title, notes, anchors) goes into `file.data.draft`.
 *
 * @param options what kind of file it is
 */
export function createProcessor(options: FileKind) {
  return (
    unified()
      .use(remarkParse)
      .use(remarkGfm, { singleTilde: false })
      .use(remarkOpenMarks)
      .use(remarkInlineNoteSyntax)
      .use(remarkRaisedTextSyntax)
      .use([remarkMarkedTextSyntax, remarkCjkEmphasisSyntax])
      .use(citationSyntax(options))
      .use(remarkLateAddresses, { web: options.web })
      .use(remarkFrontmatter)
      .use(remarkDirective)
      .use(remarkStrictDirectives)
      .use(remarkFencedDivs)
      .use(remarkDefinitionList)
      .use(remarkQuickDefinitions)
      .use(remarkMath)
      .use(remarkStrictDollars)
      // From here on the tree is safe to recurse into.
      .use(remarkLimitDepth)
      .use(remarkDropFrontMatter)
      .use(options.plugins ?? [])
      .use([remarkUnclosedHtml, remarkUnclosedScopes])
      .use([remarkIndentedDefinitions, remarkCaretSlips, remarkRaisedNumbers])
      .use(remarkInlineNotes)
      .use(citations(options))
      .use(remarkListMarkers)
      .use(remarkLabelledLists)
      .use(remarkCodeOptions)
      // A label in a reference, as in :ref[^a], is no mark.
      .use(remarkCrossReferences)
      // While references to links are unresolved, brackets still tell what was typed.
      .use(options.notes === 'bracketed' ? remarkBracketedNotes : remarkSuspectNumbers)
      .use(remarkMisplacedMarks)
      .use(remarkResolveReferences)
      .use(remarkSpacedAddresses)
      .use(remarkImageAttributes)
      .use(remarkAlerts)
      .use(remarkDivAttributes)
      .use(options.keys === undefined ? [] : [remarkBibliographyPlace])
      .use(remarkPageBreaks)
      .use(remarkDropContents)
      .use(remarkDirectives)
      .use([remarkRuby, remarkAbbreviations])
      .use(remarkCaptions)
      .use(remarkFigures)
      // Headings get their names as typed, and what is still unread is told of, before punctuation
      // becomes typographic.
      .use(remarkHeadings)
      .use(remarkUnreadMarkup, { citations: options.keys !== undefined })
      .use(remarkSmartPunctuation, options)
      // Titles and notes leave the tree last, so that everything above reaches them too.
      .use(remarkLostMarks)
      .use(remarkIndexMarks)
      .use(remarkCollectNotes)
      .use(remarkLiftTitle)
      .freeze()
  );
}

function citationSyntax({ keys }: FileKind): PluggableList {
  return keys === undefined ? [] : [[remarkCitationSyntax, keys]];
}

function citations({ keys, ...orthography }: FileKind): PluggableList {
  return keys === undefined ? [] : [[remarkCitations, { ...orthography, keys }]];
}

/** Processors made once for every kind of file, when the first of its kind comes. */
export function createProcessors(): typeof createProcessor {
  const processors = new Map<string, ReturnType<typeof createProcessor>>();
  return (kind) => {
    const key = `${kind.language} ${kind.web} ${kind.notes} ${kind.spaces}`; // The keys are those of the book.
    const processor = processors.get(key) ?? createProcessor(kind);
    processors.set(key, processor);
    return processor;
  };
}
