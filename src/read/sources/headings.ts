import { kindsOf, type Line, type LineKind } from './dialects/lines.ts';

/** A heading as it stands in a text. */
export interface TypedHeading {
  readonly title: string;
  readonly depth: number;
  /** The index of its line. */
  readonly index: number;
}

/**
 * The headings of a text up to a depth.
 *
 * @param lines of the text
 */
export function headingsIn(lines: ReadonlyArray<Line>, depth: number): TypedHeading[] {
  const kinds = kindsOf(lines);
  const formulas = linesOfFormulas(lines, kinds);
  return lines.flatMap(({ text }, index) => {
    if (kinds[index] !== 'prose' || formulas.has(index)) return [];
    const [, signs = '', atx = ''] = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/.exec(text) ?? [];
    const below = lines[index + 1]?.text ?? '';
    const isSetext = signs === '' && /^ {0,3}\S/.test(text) && /^ {0,3}(?:=+|-{3,})[ \t]*$/.test(below);
    const level = signs !== '' ? signs.length : isSetext ? (below.includes('=') ? 1 : 2) : 0;
    const title = plainTitle(signs !== '' ? atx : text.trim());
    const isFollowed = !isSetext || !/^(?:[-*+>|]|\d+[.)]|#)/.test(text.trim());
    return level > 0 && level <= depth && title !== '' && isFollowed ? [{ title, depth: level, index }] : [];
  });
}

/**
 * The lines within formulas between `$$`, by their indices: an equals sign alone on one of them underlines nothing.
 * As for Pandoc, a formula has no empty lines.
 */
function linesOfFormulas(lines: ReadonlyArray<Line>, kinds: ReadonlyArray<LineKind>): ReadonlySet<number> {
  const found = new Set<number>();
  if (!lines.some(({ text }) => text.includes('$$'))) return found;
  for (let at = 0; at < lines.length; at++) {
    if (kinds[at] !== 'prose' || !isOpen(lines[at]?.text ?? '')) continue;
    let end = at + 1;
    while (kinds[end] === 'prose' && !/^[ \t>]*$|\$\$/.test(lines[end]?.text ?? '')) end++;
    if (lines[end]?.text.includes('$$') !== true) continue;
    for (let index = at; index <= end; index++) found.add(index);
    at = end;
  }
  return found;
}

/** Whether a formula begins in a line that does not end there. */
function isOpen(text: string): boolean {
  return text.includes('$$') && !text.includes('`') && text.split('$$').length % 2 === 0;
}

/** The words of a heading without what is no word of it. */
function plainTitle(typed: string): string {
  return typed
    .replace(/[ \t]*\{[^{}]*\}[ \t]*$/, '')
    .replace(/!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]+>/g, '')
    .replace(/(\*\*?|__?|`)(.+?)\1/g, '$2')
    .trim();
}
