import { instead, kindsOf, type Line } from './lines.ts';

/**
 * What all programs but ours take: a note whose text begins on the line below its mark, and headings with
 * attributes that mean nothing in a book.
 */
export function usual(lines: ReadonlyArray<Line>): Line[] {
  const kinds = kindsOf(lines);
  const result: Line[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) continue;
    const next = lines[index + 1]?.text ?? '';
    if (kinds[index] !== 'prose') result.push(line);
    else if (/^ {0,3}\[\^[^\]\s]+\]:[ \t]*$/.test(line.text) && /^ {1,3}\S/.test(next)) {
      result.push(instead(line, `${line.text.trimEnd()} ${next.trim()}`));
      index += 1;
    } else if (/^ {0,3}#{1,6}[ \t].*\}[ \t#]*$/.test(line.text))
      result.push(instead(line, plainHeading(line.text)));
    else result.push(line);
  }
  return result;
}

/** A heading with an id and what numbers and contents heed; the rest of its attributes is of layout alone. */
function plainHeading(text: string): string {
  const [, before = '', inner] =
    /^(.*?)[ \t]*(?<!\])\{:?[ \t]*((?:(?:[#.][\w:.-]+|-|[\w-]+=(?:"[^"]*"|'[^']*'|[^\s"'{}]+))[ \t]*)+)\}[ \t#]*$/.exec(
      text,
    ) ?? [];
  if (inner === undefined) return text;
  const words = inner.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [];
  const id = words.find((word) => word.startsWith('#'));
  const kept = [
    ...(id === undefined ? [] : [id]),
    ...words.filter((word) => /^(?:-|\.unnumbered|\.unlisted)$/.test(word)),
  ];
  return kept.length === 0 ? before : `${before} {${kept.join(' ')}}`;
}
