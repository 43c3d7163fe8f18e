import { kindsOf, type Line } from './lines.ts';

/** A note or an address with a name, as a text defines it. */
interface Definition {
  /** `[^label]` or `[label]`. */
  readonly name: string;
  readonly lines: ReadonlyArray<Line>;
}

const definition = /^ {0,3}(\[(?:[^\]\\]|\\.)+\]):[ \t]*\S/;

/**
 * A part of a text with the definitions of the whole that it refers to, each of which stands elsewhere.
 *
 * @param whole all lines of the text
 * @param part those of the part
 */
export function withDefinitions(whole: ReadonlyArray<Line>, part: ReadonlyArray<Line>): Line[] {
  const all = definitionsIn(whole);
  if (all.length === 0) return [...part];
  const defining = new Set(all.flatMap(({ lines }) => lines.map(({ at }) => at)));
  const text = part.filter(({ at }) => !defining.has(at));
  const added: Line[] = [];
  const names = new Set<string>();
  for (let from = text; from.length > 0;) {
    const words = from
      .map((line) => line.text)
      .join('\n')
      .toLowerCase();
    const next = all.filter(({ name }) => !names.has(name) && words.includes(name.toLowerCase()));
    for (const { name } of next) names.add(name);
    from = next.flatMap(({ lines }) => [...lines, { text: '', at: lines.at(-1)?.at ?? 1 }]);
    added.push(...from);
  }
  const last = text.at(-1) ?? part.at(-1);
  return added.length === 0 ? text : [...text, { text: '', at: last?.at ?? 1 }, ...added];
}

function definitionsIn(lines: ReadonlyArray<Line>): Definition[] {
  const kinds = kindsOf(lines);
  const found: Definition[] = [];
  for (let at = 0; at < lines.length; at++) {
    const name = kinds[at] === 'prose' ? definition.exec(lines[at]?.text ?? '')?.[1] : undefined;
    if (name === undefined) continue;
    let end = at + 1;
    while (goesOn(lines, end, name)) end += 1;
    found.push({ name, lines: lines.slice(at, end) });
    at = end - 1;
  }
  return found;
}

/** Whether a line belongs to the definition above: it is indented, or the next line of its paragraph. */
function goesOn(lines: ReadonlyArray<Line>, at: number, name: string): boolean {
  const text = lines[at]?.text;
  if (text === undefined || definition.test(text)) return false;
  if (/^(?: {4}|\t)\s*\S/.test(text)) return true;
  if (text.trim() === '') return /^(?: {4}|\t)\s*\S/.test(lines[at + 1]?.text ?? '');
  return name.startsWith('[^') && (lines[at - 1]?.text ?? '').trim() !== '' && !/^ {0,3}#/.test(text);
}
