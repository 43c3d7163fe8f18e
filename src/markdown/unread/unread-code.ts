import type { Code, InlineCode } from 'mdast';

/** What code and formulas may be, as other programs read them. */
type Verbatim = Code | (Omit<InlineCode, 'type'> & { readonly type: 'inlineMath' });

/** A kind of code or formula that another program would run or read, and that is printed as it stands. */
interface UnreadCode {
  readonly kind: string;
  readonly looksLike: string;
  readonly hint: string;
  /**
   * What shows that it is one, if it is.
   *
   * @param node the code or formula
   * @param info what stands behind the fence
   */
  readonly isOne: (node: Verbatim, info: string) => string | undefined;
}

const directiveNames =
  'note tip warning caution danger important attention hint seealso admonition figure image table list-table toctree math epigraph margin sidebar include bibliography tableofcontents glossary dropdown div tab-set contents'
    .split(' ')
    .join('|');

const directiveFence = new RegExp(`^\\{(?:[a-z]+:)?(?:${directiveNames})\\}`);

/** The kinds, the more telling ones first: a place is of one kind. */
export const codeKinds: readonly UnreadCode[] = [
  {
    kind: 'directive-fence',
    looksLike: "MyST's directives",
    hint: 'Write a block such as :::note … :::, or a figure as ![What it shows](path "Caption").',
    isOne: (_node, info) => directiveFence.exec(info)?.[0],
  },
  {
    kind: 'executable-fence',
    looksLike: 'code that another program runs (R Markdown, Quarto, Jupyter)',
    hint: 'Nothing is run here: put the results into the text, and write the plain name of the language (```r).',
    isOne: (_node, info) => /^\{=?[A-Za-z][^}]*\}?/.exec(info)?.[0],
  },
  {
    kind: 'cell-option',
    looksLike: "Quarto's options of a cell",
    hint: 'Delete the lines that begin with #|; a caption belongs to the figure, an id to :::figure{#id}.',
    isOne: ({ type, value }) =>
      type === 'code' ? /^(?:#|\/\/|%%)\|[ \t]+[\w-]+:.*$/m.exec(value)?.[0] : undefined,
  },
  {
    kind: 'code-include',
    looksLike: "mdBook's includes of code",
    hint: 'Copy the code in: no file is included.',
    isOne: ({ type, value }) =>
      type === 'code' ? /^[ \t]*\{\{#\w+ [^}\n]+\}\}/m.exec(value)?.[0] : undefined,
  },
  {
    kind: 'markua-maths',
    looksLike: "Markua's formulas",
    hint: 'Write formulas as $…$ in the line and as $$ … $$ on lines of their own.',
    isOne: ({ type, value }) => (type === 'inlineMath' && value.startsWith('}') ? '{$$}' : undefined),
  },
  {
    kind: 'indented-prose',
    looksLike:
      'a paragraph or a heading that became code, because its lines are indented by a tab or four blanks,',
    hint: 'Take the tab or the blanks away; the first line of a paragraph is indented by the theme. Code may stand between ``` and ```.',
    isOne: (node, info) => (info === '' ? proseInCode(node) : undefined),
  },
];

/** How messages name a block that ends only with the text around it. */
export const openFence = {
  kind: 'open-fence',
  looksLike: 'the beginning of a block (:::) that is never closed: everything behind it stands in it',
  hint: 'Close the block with as many colons as it begins with, on a line of their own: :::',
} as const;

/** How messages name code that ends only with the text around it. */
export const openCode = {
  kind: 'open-code',
  looksLike: 'the beginning of code (```) that is never closed: everything behind it is code',
  hint: 'Close the code with ``` on a line of its own.',
} as const;

/** Whether the source of a block of code has an opening fence and no closing one. */
export function isCodeLeftOpen(source: string): boolean {
  const opening = /^(?:`{3,}|~{3,})/.exec(source)?.[0];
  if (opening === undefined) return false;
  const last = /\n[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(source.trimEnd())?.[1] ?? '';
  return !last.startsWith(opening);
}

/** Whether the source of a block between colons ends without its closing fence. */
export function isLeftOpen(source: string): boolean {
  const opening = /^:{3,}(?=[ \t]*[^:\s])/.exec(source)?.[0];
  const closing = /\n[ \t>]*(:{3,})[ \t]*$/.exec(source.trimEnd())?.[1];
  return opening !== undefined && (closing === undefined || closing.length < opening.length);
}

/** What stands behind the fence of a block of code; a blank where there is only the fence. */
export function infoOf(source: string): string {
  const fence = /^(?:`{3,}|~{3,})[ \t]*(.*)/.exec(source);
  return fence === null ? '' : fence[1] || ' ';
}

/** The first words of an indented block of code that reads like a sentence. */
function proseInCode({ type, value }: Verbatim): string | undefined {
  if (type !== 'code') return undefined;
  const text = value.trim();
  const words = text.match(/[\p{L}\p{M}][\p{L}\p{M}’'-]*/gu) ?? [];
  if (/^#{2,6}[ \t]+\S[^\n]*$/.test(text)) return text;
  if (words.length < 2 || /[{}<>=;$|\\]|\/\/|::|^\s*[#%]|\w\(/mu.test(text)) return undefined;
  // Few words are a sentence where they end as one.
  if (words.length < 7 && !/[.!?…]["”“’»)]*$/u.test(text)) return undefined;
  const letters = words.join('').length;
  const isSentence = /^[\p{Lu}\p{Lo}"“„«'‘—–-]/u.test(text) && /[.!?…:,。！？؟؛]["”“’»)]*$/u.test(text);
  return isSentence && letters > text.replace(/\s/g, '').length * (/^[“„«‘—–]/.test(text) ? 0.6 : 0.85)
    ? words.slice(0, 6).join(' ')
    : undefined;
}
