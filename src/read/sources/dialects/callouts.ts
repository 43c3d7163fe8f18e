import { instead, kindsOf, type Line } from './lines.ts';

/** A callout without a title, of a kind that has no name of its own in all languages. */
const untitled =
  /^((?:[ \t]*>)+[ \t]*\[!)(?!(?:note|tip|important|warning|caution|info|todo|hint|attention|danger|error)\b)([A-Za-z][\w-]*)((?:\|[^\]\n]*)?\][+-]?)[ \t]*$/i;

/**
 * Callouts whose kind is their title, as Obsidian shows those of any kind: `> [!example]`.
 *
 * @see https://help.obsidian.md/callouts
 */
export function withTitledCallouts(lines: ReadonlyArray<Line>): ReadonlyArray<Line> {
  if (!lines.some(({ text }) => untitled.test(text))) return lines;
  const kinds = kindsOf(lines);
  return lines.map((line, index) => {
    const [, before, kind = '', behind] = (kinds[index] === 'prose' && untitled.exec(line.text)) || [];
    if (before === undefined) return line;
    const words = kind.toLowerCase().replace(/[-_]+/g, ' ');
    return instead(line, `${before}${kind}${behind} ${words.charAt(0).toUpperCase()}${words.slice(1)}`);
  });
}
