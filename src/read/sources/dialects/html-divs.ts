import { instead, kindsOf, type Line } from './lines.ts';

/**
 * Has the Markdown between `<div>` and `</div>` read as such, as Pandoc does: blank lines part it from the tags.
 *
 * @see https://pandoc.org/MANUAL.html#extension-markdown_in_html_blocks
 */
export function step(lines: ReadonlyArray<Line>): Line[] {
  const kinds = kindsOf(lines);
  return lines.flatMap((line, index) => {
    if (kinds[index] !== 'prose') return [line];
    const blank = instead(line, '');
    if (/^ {0,3}<(?:div|section)(?:\s[^<>]*)?>[ \t]*$/i.test(line.text)) return [line, blank];
    return /^ {0,3}<\/(?:div|section)>[ \t]*$/i.test(line.text) ? [blank, line, blank] : [line];
  });
}
