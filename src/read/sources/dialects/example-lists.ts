import type { StepContext } from './dialect.ts';
import { instead, kindsOf, outsideCode, withProse, type Line } from './lines.ts';

const item = /^((?:[ \t]*>)*[ \t]*)\(@([\w-]*)\)(?=[ \t]+\S)/;

/**
 * Numbers the examples of a book through, `(@sea)`, and says their numbers where the text names them; and makes of
 * definitions behind a tilde those behind a colon.
 *
 * @see https://pandoc.org/MANUAL.html#extension-example_lists
 * @see https://pandoc.org/MANUAL.html#extension-definition_lists
 */
export function step(typed: ReadonlyArray<Line>, { book }: StepContext): Line[] {
  const lines = withoutIndents(typed);
  let wasBlank = true;
  const numbered = withProse(lines, (text) => {
    const isTerm = !wasBlank || /^ {0,3}~/.test(text);
    wasBlank = text.trim() === '';
    const defined = isTerm ? text.replace(/^( {0,3})~(?=[ \t]+\S)/, '$1:') : text;
    return defined.replace(item, (_, before: string, name: string) => {
      const number = String(book.nextOf('example'));
      if (name !== '') book.labels.set(`example:${name}`, { target: name, number });
      return `${before}(${number})`;
    });
  });
  return withProse(numbered, (text) =>
    text.includes('(@')
      ? outsideCode(text, (prose) =>
          prose.replace(/\(@([\w-]+)\)/g, (whole: string, name: string) => {
            const number = book.labels.get(`example:${name}`)?.number;
            return number === undefined ? whole : `(${number})`;
          }),
        )
      : text,
  );
}

/** A label of Pandoc's lists that is none in CommonMark, and the blanks behind it. */
const labelled = /^ {0,3}(?:\((?:@[\w-]*|\d+|[A-Za-z]|[ivxlcIVXLC]+)\)|[A-Za-z]\)|#\.)[ \t]+(?=\S)/;

/** Further paragraphs of what begins with such a label, which CommonMark would take for code, as paragraphs. */
function withoutIndents(lines: ReadonlyArray<Line>): Line[] {
  const kinds = kindsOf(lines);
  let wasBlank = true;
  /** How far in the text behind the last label is, and what goes on with it: nothing where no more belongs to it. */
  let label = 0;
  let inner = 0;
  return lines.map((line, index) => {
    const isBlank = line.text.trim() === '';
    const begun = kinds[index] === 'prose' && wasBlank ? labelled.exec(line.text)?.[0].length : undefined;
    const indent = /^ */.exec(line.text)?.[0].length ?? 0;
    if (begun !== undefined) [label, inner] = [begun, 0];
    else if (wasBlank && !isBlank && indent < Math.min(label, 4)) [label, inner] = [0, 0];
    else if (wasBlank && !isBlank && inner === 0 && label > 0) inner = indent;
    wasBlank = isBlank;
    return inner === 0 || isBlank ? line : instead(line, line.text.slice(Math.min(indent, inner)));
  });
}
