import { limits } from '../../book/limits.ts';
import { lookaheadIn, mostLookahead } from './lookahead.ts';

/** What is counted in a paragraph. */
export type Counted =
  /** Runs of signs of emphasis: `*`, `_` and `~`. */
  | 'emphasis'
  /** Those of links, images, notes, directives. */
  | 'brackets'
  /** Beginnings of comments, instructions and declarations of HTML. */
  | 'html'
  /** Runs of backticks. */
  | 'backticks'
  /** The most backticks or dollar signs in a row. */
  | 'row'
  /** Those of mail and of the web, which are links as they stand. */
  | 'addresses'
  | 'lines'
  /** Characters that are read again since the end of something is looked for behind them. */
  | 'lookahead';

/** A run of lines that Markdown may read as one paragraph, and what it holds. */
export interface ScannedParagraph {
  /** In the source, in code units. */
  readonly offset: number;
  readonly counts: Readonly<Record<Counted, number>>;
  /** Signs that tags of HTML begin with. */
  readonly tags: number;
}

/** What all the following begin with. */
const signs = /^[ \t]*[-+*#:`~>[|\d]/;

const fence = /^[ \t>]*(`{3,}|~{3,})/;

/** What begins a block of its own wherever it stands: an item, a heading, a container. */
const interrupts = /^[ \t>]*(?:[-+*][ \t]|1[.)][ \t]|#{1,6}[ \t]|:::)/;

/** What does so only behind its like: a numbered item, the definition of a note or a link, of a term. */
const like = [/^[ \t>]*\d{1,9}[.)][ \t]/, /^[ \t>]*\[[^\]]+\]:/, /^[ \t]*:[ \t]/];

/** The line below the head of a table: behind it every line is a row. */
const rule = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:|-]*)$/;

const anyLine = /^/;

/** HTML that is read without a look at what it holds (CommonMark 4.6). */
const htmlBlock =
  /^ {0,3}<(?:script|pre|style|textarea|!--|\/?(?:address|article|aside|blockquote|details|div|dl|figure|footer|h[1-6]|header|ol|p|section|table|t[bdfhr]\w*|ul)\b)/i;

/** Below it is not worth a look how much it is. */
const few = limits['paragraph-lookahead'].most / 100;

/** As much of a line as tells what it begins. */
const enough = 200;

/**
 * The runs of lines of a source that may be paragraphs, with what they hold, found in one pass without
 * reading Markdown: fenced code and blocks of HTML are left out.
 */
export function* scanParagraphs(source: string): Generator<ScannedParagraph> {
  let open: string | undefined;
  let from: number | undefined;
  let kind: RegExp | undefined;
  for (let start = 0, end; start < source.length; start = end + 1) {
    const at = source.indexOf('\n', start);
    end = at === -1 ? source.length : at;
    const line = source.slice(start, Math.min(end, start + enough));
    const isPlain = !signs.test(line);
    const marker = isPlain ? undefined : fence.exec(line)?.[1];
    const isText =
      open === undefined && marker === undefined && (/[^\s>]/.test(line) || end - start > enough);
    if (from !== undefined && (!isText || kind?.test(line) === true || (!isPlain && interrupts.test(line)))) {
      yield counted(source, from, start);
      from = undefined;
    }
    if (marker !== undefined) open = fenceBehind(open, marker);
    if (!isText) kind = undefined;
    else if (from === undefined) kind ??= isPlain ? undefined : like.find((each) => each.test(line));
    else if (!isPlain && rule.test(line)) kind = anyLine;
    if (isText) from ??= start;
  }
  if (from !== undefined) yield counted(source, from, source.length);
}

/** The marker of the code that is open behind a line which begins or ends some; undefined behind its end. */
export function fenceBehind(open: string | undefined, marker: string): string | undefined {
  if (open === undefined) return marker;
  return marker.startsWith(open) ? undefined : open;
}

const nothing: Readonly<Record<Counted, number>> = {
  emphasis: 0,
  brackets: 0,
  html: 0,
  backticks: 0,
  row: 0,
  addresses: 0,
  lines: 0,
  lookahead: 0,
};

function counted(source: string, offset: number, end: number): ScannedParagraph {
  const text = source.slice(offset, end);
  // What is short cannot reach a limit of paragraphs, nor much of the sum, but one of the file with its like.
  if (text.length < enough) {
    const brackets = numberOf(text, '[') + numberOf(text, ']');
    return { offset, counts: { ...nothing, brackets }, tags: numberOf(text, '<') };
  }
  if (htmlBlock.test(text)) return { offset, counts: nothing, tags: 0 };
  return { offset, counts: markupIn(text), tags: numberOf(text, '<') };
}

function numberOf(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) count++;
  return count;
}

/** What begins a link without brackets, or stands in its middle. */
const address = /@|:\/\/|www\./gi;

/** What a text holds; every character is looked at once, and once more for addresses. */
export function markupIn(text: string): ScannedParagraph['counts'] {
  const counts = { ...nothing, addresses: text.match(address)?.length ?? 0 };
  const others = { rows: 0, attributes: 0 };
  let before = 0;
  let row = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a) counts.lines++;
    else if (code === 0x5b || code === 0x5d) counts.brackets++;
    else if (code === 0x60 || code === 0x24) {
      row = before === code ? row + 1 : 1;
      if (row > counts.row) counts.row = row;
      if (row === 1) others.rows++;
      if (code === 0x60 && row === 1) counts.backticks++;
    } else if (isEmphasis(code)) counts.emphasis += isEmphasis(before) ? 0 : 1;
    else if (code === 0x7b) others.attributes++;
    else if ((code === 0x21 || code === 0x3f) && before === 0x3c) counts.html++;
    before = code;
  }
  const most = mostLookahead({ ...counts, ...others }, text.length);
  return { ...counts, lookahead: most < few ? most : lookaheadIn(text) };
}

/** `*`, `_` or `~`. */
function isEmphasis(code: number): boolean {
  return code === 0x2a || code === 0x5f || code === 0x7e;
}
