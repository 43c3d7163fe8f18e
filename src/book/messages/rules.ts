import { preflightRules, type PreflightRuleId } from './preflight-rules.ts';
import type { Rule } from './rule.ts';
import { dictionary } from '../dictionary.ts';

/**
 * Every rule by which a manuscript is judged. The list is closed: a test fails when a rule has no
 * fixture in `tests/fixtures/rules/<rule>/`.
 */
export const rules = {
  'config-missing': { severity: 'error', hint: 'Add a book.yaml with at least a title and a language.' },
  'config-syntax': { severity: 'error', hint: 'Mend the YAML: check indentation, quotes and colons.' },
  'config-unknown-key': { severity: 'error', hint: 'Remove the key or correct its spelling.' },
  'config-value': { severity: 'error', hint: 'Give the key a value it accepts.' },
  'config-unread': { severity: 'warning', hint: 'Put the value in straight quotes.' },
  'config-language': { severity: 'warning', hint: 'Add `language:` with a BCP 47 tag such as en, de or uk.' },
  'isbn-checksum': { severity: 'error', hint: 'Copy the ISBN again from the agency’s list.' },
  'ebook-date': {
    severity: 'info',
    hint: 'State in book.yaml when it was corrected, as a day or with the time of day, `modified: 2026-11-28T16:30Z`, or keep the manuscript under Git, whose commits date it.',
  },
  'isbn-edition': { severity: 'error', hint: 'Every edition needs an ISBN of its own.' },
  'front-matter-unread': {
    severity: 'warning',
    hint: 'Nothing of it is printed: leave it to the program that reads it, or take it out.',
  },
  'manuscript-empty': {
    severity: 'error',
    hint: 'Add at least one Markdown file, for example 01-first-chapter.md.',
  },
  'source-unread': {
    severity: 'warning',
    hint: 'Write it as Colophon reads it, or leave it out.',
  },
  'contents-missing': { severity: 'error', hint: 'Correct the path in `contents:` or add the file.' },
  'contents-duplicate': { severity: 'error', hint: 'List every file once.' },
  'contents-unlisted': { severity: 'warning', hint: 'List the file under `contents:` or move it away.' },
  'merge-conflict': {
    severity: 'error',
    hint: 'Keep one of the two versions and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.',
  },
  'chapter-empty': {
    severity: 'warning',
    hint: 'Write the chapter, give the file `role: part` if it opens a part, or take it out of the book.',
  },
  encoding: { severity: 'error', hint: 'Save the file as UTF-8.' },
  'control-character': { severity: 'error', hint: 'Delete the character: no e-book or PDF can hold it.' },
  'file-too-large': {
    severity: 'error',
    hint: 'Split the file into chapters, or accept more with --limit (see colophon doctor).',
  },
  'file-unreadable': {
    severity: 'error',
    hint: 'Put a regular, readable file inside the manuscript folder.',
  },
  'image-missing': {
    severity: 'error',
    hint: 'Correct the path, which is relative to the Markdown file, or add the image.',
  },
  'image-outside': { severity: 'error', hint: 'Copy the image into the manuscript folder.' },
  'image-remote': { severity: 'error', hint: 'Download the image into images/ and refer to it there.' },
  'image-format': { severity: 'error', hint: 'Convert the image to JPEG, PNG, GIF or SVG.' },
  'image-corrupt': { severity: 'error', hint: 'Export the image again.' },
  'image-too-large': {
    severity: 'error',
    hint: 'Scale the image down, or accept more with --limit (see colophon doctor).',
  },
  'image-unfit': {
    severity: 'warning',
    hint: 'Make a JPEG or PNG of it, upright and in sRGB, or install sharp (colophon doctor tells more).',
  },
  'image-alt': {
    severity: 'warning',
    hint: 'Describe the image between the brackets: ![A harbour at dawn](harbour.jpg). Behind one that only decorates write {.decorative}.',
  },
  'media-missing': {
    severity: 'error',
    hint: 'Correct the path, which is relative to the Markdown file, or add the file.',
  },
  'media-outside': { severity: 'error', hint: 'Copy the file into the manuscript folder.' },
  'media-unfit': {
    severity: 'error',
    hint: 'Sound: MP3, AAC in MPEG-4 (.m4a) or Opus in Ogg; films: H.264 and AAC in MPEG-4 (.mp4); captions: WebVTT.',
  },
  'media-alternative': {
    severity: 'warning',
    hint: 'Write inside the element what is heard and seen, or where its words stand in the text.',
  },
  'accessibility-claim': {
    severity: 'error',
    hint: 'Mend what denies it, or take `conformance` out.',
  },
  'svg-unsafe': {
    severity: 'error',
    hint: 'Export the drawing as plain SVG without scripts or links to other files.',
  },
  'font-format': {
    severity: 'error',
    hint: 'Use a static TrueType font (.ttf, .woff or .woff2 with glyf outlines).',
  },
  'font-unknown': {
    severity: 'warning',
    hint: 'Put its files into fonts/ and name them in an @font-face rule of theme.css, or take a family of the theme.',
  },
  'stylesheet-url': { severity: 'error', hint: 'Refer to files below fonts/ or images/ only.' },
  'stylesheet-page': {
    severity: 'warning',
    hint: 'Set size and margins by `print.trim` and `print.margins` in book.yaml, and take the rule out.',
  },
  'stylesheet-costly': {
    severity: 'error',
    hint: 'Take it out of theme.css: a browser would lay the book out for hours, or fill the memory.',
  },
  'stylesheet-effect': {
    severity: 'warning',
    hint: 'Set filters on pictures alone (`img`), turn text in the plane of the page alone, or put the declaration into `@media not print`.',
  },
  'pages-unsettled': {
    severity: 'warning',
    hint: 'Look at the pages. Styles in theme.css that depend on blank pages, or end pages themselves, are the usual reason: take them out.',
  },
  'notes-moved': {
    severity: 'warning',
    hint: 'Make the notes shorter, put fewer of them in one line or beside a large picture, take styles of notes out of theme.css, or let notes stand in another place: notes: { place: chapter }.',
  },
  'note-undefined': {
    severity: 'error',
    hint: 'Define it in the same file or in notes.md: [^label]: Text of the note.',
  },
  'note-unused': { severity: 'error', hint: 'Cite it in the text with [^label], or delete it.' },
  'note-duplicate': { severity: 'error', hint: 'Rename one of the two.' },
  'abbreviation-duplicate': { severity: 'error', hint: 'Delete one of the two.' },
  'note-empty': { severity: 'error', hint: 'Write the note’s text after the colon.' },
  'note-cycle': {
    severity: 'error',
    hint: 'Take one of the marks out of the notes; a reader who followed them would never come back.',
  },
  'note-misplaced': { severity: 'error', hint: 'Put the mark into the running text beside it.' },
  'note-bracketed': {
    severity: 'warning',
    hint: 'Write [^1] and define the note, set `notes: { style: bracketed }` in book.yaml, or write \\[1\\] if no note is meant.',
  },
  'notes-file': {
    severity: 'error',
    hint: 'Keep nothing but definitions ([^label]: Text) in the file, or list it under `contents:` as a chapter.',
  },
  'note-lost': {
    severity: 'error',
    hint: 'Nothing was released. This is a fault of Colophon or of a step added to it: please report it with the note.',
  },
  'text-lost': {
    severity: 'error',
    hint: 'Nothing was released. This is a fault of Colophon, of a step added to it, or of a stylesheet that hides text: please report it with the paragraph.',
  },
  'index-mark': {
    severity: 'error',
    hint: 'Write :index[words], or :index[]{term="…"} where nothing is to be printed.',
  },
  'index-see': { severity: 'error', hint: 'Correct the name, or mark a place of that entry.' },
  'index-range': {
    severity: 'error',
    hint: 'A passage needs one mark with range=start and, after it, one with range=end and the same term.',
  },
  'index-crowded': {
    severity: 'warning',
    hint: 'Divide its places among sub-entries (sub="…"), or mark fewer of them.',
  },
  'index-near': {
    severity: 'warning',
    hint: 'Use one form for both, or change one of them if they mean different things.',
  },
  'index-unfound': {
    severity: 'warning',
    hint: 'Correct the words to look for in index.yaml, or take the entry out.',
  },
  'identifier-checksum': { severity: 'error', hint: 'Copy the number again from where it was issued.' },
  'rights-licence': {
    severity: 'error',
    hint: 'Take the part out, ask its holder for permission and record it, or do not sell or change it.',
  },
  'rights-share-alike': {
    severity: 'error',
    hint: 'Publish the book under the same licence, or take the part out.',
  },
  'rights-credit': { severity: 'error', hint: 'Give its `creator`, `holder` or `credit`.' },
  'rights-permission': { severity: 'error', hint: 'Have the permission renewed and record its new date.' },
  'rights-extract': {
    severity: 'error',
    hint: 'Shorten the quotations, or ask for permission and raise the limit.',
  },
  'rights-link': { severity: 'warning', hint: 'Give the source its `url`.' },
  'rights-unknown': {
    severity: 'error',
    hint: 'Declare it in rights.yaml, or correct the name.',
  },
  'facts-differ': {
    severity: 'error',
    hint: 'Nothing was released. This is a fault of Colophon, a template or a step added to it: please report it.',
  },
  'link-target': { severity: 'warning', hint: 'Correct the link; until then its text stands without it.' },
  'link-protocol': { severity: 'warning', hint: 'Use an https, http or mailto link.' },
  'reference-unknown': {
    severity: 'error',
    hint: 'Name an id of this file, a heading, a file such as 02-harbour.md, 02-harbour.md#id, or ^label for a note.',
  },
  'caption-alone': {
    severity: 'error',
    hint: 'Put the image or the table between the colons, beside its caption.',
  },
  'heading-missing': { severity: 'warning', hint: 'Begin the file with a heading: # Title.' },
  'heading-level': {
    severity: 'warning',
    hint: 'Go down one level at a time, so that the outline has no holes.',
  },
  'citation-unknown': {
    severity: 'error',
    hint: 'Correct the key, or add the work to the bibliography.',
  },
  'citation-misplaced': {
    severity: 'warning',
    hint: 'Put the citation behind the link: both lead somewhere, and links cannot be nested.',
  },
  'citation-empty': {
    severity: 'warning',
    hint: 'Give the work what the style prints: an author, a title, a date.',
  },
  'citation-style': {
    severity: 'error',
    hint: 'Give a style of CSL 1.0: notes, author-date, numeric or the path of a .csl file.',
  },
  'citation-locale': {
    severity: 'warning',
    hint: 'Put the locale of CSL for the language into the folder and name it: citations: { locale: locales-xx-XX.xml }.',
  },
  'bibliography-file': {
    severity: 'error',
    hint: 'Correct the path, which is relative to the manuscript folder, or add the file.',
  },
  'bibliography-entry': {
    severity: 'warning',
    hint: 'Mend the entry: what cannot be read is not in the book.',
  },
  'bibliography-unused': {
    severity: 'warning',
    hint: 'Cite its works, [@key], list them with `uncited: all`, or take `citations:` out.',
  },
  'directive-unknown': {
    severity: 'warning',
    hint: 'Correct its name, or escape the colon with a backslash.',
  },
  'markup-unread': {
    severity: 'warning',
    hint: 'Write it in Markdown, or escape its first sign with a backslash.',
  },
  'list-numbers': {
    severity: 'warning',
    hint: 'Number the items one after the other, give all of them the same number, or put a backslash before the point (3\\.) where no list is meant.',
  },
  'markup-dropped': { severity: 'warning', hint: 'Delete it.' },
  'html-unsafe': {
    severity: 'warning',
    hint: 'Write it in Markdown; e-books run no scripts and load nothing from outside.',
  },
  'html-misplaced': {
    severity: 'warning',
    hint: 'Close every element in the paragraph it begins in, and give it what HTML asks for.',
  },
  'html-unclosed': {
    severity: 'error',
    hint: 'Close the element, or take it out.',
  },
  'id-duplicate': {
    severity: 'warning',
    hint: 'Give one of the two another id; until then links lead to the first.',
  },
  'math-syntax': { severity: 'error', hint: 'Correct the TeX formula.' },
  'language-tag': { severity: 'error', hint: 'Use a BCP 47 tag such as de, uk or pt-BR.' },
  'too-deep': { severity: 'error', hint: 'Flatten the nesting of lists, quotations, emphasis or blocks.' },
  'too-dense': {
    severity: 'error',
    hint: 'Divide the paragraph, or put code between fences (```).',
  },
  'cover-file': {
    severity: 'error',
    hint: 'Export back, spine and front together as a PDF of one page, without a password.',
  },
  'cover-size': {
    severity: 'error',
    hint: 'Make the cover anew in the size the book has now, or take `file` out to have one made.',
  },
  'cover-resolution': {
    severity: 'warning',
    hint: 'Use a larger original; scaling a small one up does not help.',
  },
  'cover-text': { severity: 'error', hint: 'Shorten the text.' },
  'colour-profile': {
    severity: 'error',
    hint: 'Ask the printer for the ICC profile of its press, or set `print: { profile: coated }` or `uncoated`.',
  },
  'printer-trim': { severity: 'error', hint: 'Choose a size the printer trims books to.' },
  'printer-bleed': { severity: 'error', hint: 'Give the pages the bleed the printer asks for.' },
  'printer-paper': { severity: 'error', hint: 'Choose a paper that is printed in this ink.' },
  'printer-marks': { severity: 'error', hint: 'Remove `marks`.' },
  'printer-pages': { severity: 'error', hint: 'Make the book shorter or longer, or choose another paper.' },
  'printer-margins': { severity: 'error', hint: 'Widen the margin, or set `gutter: auto`.' },
  'printer-data': {
    severity: 'warning',
    hint: 'Take a newer Colophon, or compare `colophon printers` with what the printer says today.',
  },
  'page-overflow': {
    severity: 'error',
    hint: 'Make it narrower, break the long word or line, or reduce the table.',
  },
  'face-missing': {
    severity: 'error',
    hint: 'Put a font that has the script into fonts/ and name it in theme.css.',
  },
  'glyph-missing': {
    severity: 'warning',
    hint: 'Add a font that has the character in fonts/ and name it in theme.css.',
  },
} as const satisfies Record<string, Rule>;

/** A rule of ours, of preflight, or one of another checker under its own name: `epubcheck/RSC-005`, `ace/link-name`. */
export type RuleId = keyof typeof rules | PreflightRuleId | `epubcheck/${string}` | `ace/${string}`;

/** What a message says that names the rule alone: no hint where it is one of another checker. */
export function ruleOf(id: RuleId): Rule {
  return own[id] ?? { severity: id.startsWith('ace/') ? 'warning' : 'error', hint: '' };
}

const own = dictionary<Rule>({ ...rules, ...preflightRules });

/** The rules whose severity a book may set under `rights:`. */
export const rightsRules = [
  'rights-licence',
  'rights-share-alike',
  'rights-credit',
  'rights-permission',
  'rights-extract',
  'rights-link',
  'rights-unknown',
] as const satisfies ReadonlyArray<keyof typeof rules>;
export type RightsRule = (typeof rightsRules)[number];

/** A rule whose severity a book may set under `rules:`. */
export type SettableRule = keyof typeof rules | PreflightRuleId;
export const settableRules = [...Object.keys(rules), ...Object.keys(preflightRules)] as SettableRule[];

/** The rules by which a book is judged that names its printer. */
export type PrinterRule = Extract<keyof typeof rules, `printer-${string}`>;
