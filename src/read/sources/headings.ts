import { kindsOf, type Line } from './dialects/lines.ts';

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
  return lines.flatMap(({ text }, index) => {
    if (kinds[index] !== 'prose') return [];
    const [, signs = '', atx = ''] = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/.exec(text) ?? [];
    const below = lines[index + 1]?.text ?? '';
    const isSetext = signs === '' && /^ {0,3}\S/.test(text) && /^ {0,3}(?:=+|-{3,})[ \t]*$/.test(below);
    const level = signs !== '' ? signs.length : isSetext ? (below.includes('=') ? 1 : 2) : 0;
    const title = plainTitle(signs !== '' ? atx : text.trim());
    const isFollowed = !isSetext || !/^(?:[-*+>|]|\d+[.)]|#)/.test(text.trim());
    return level > 0 && level <= depth && title !== '' && isFollowed ? [{ title, depth: level, index }] : [];
  });
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
