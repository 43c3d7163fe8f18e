import type { StepContext } from './dialect.ts';
import { outsideCode, withProse, type Line } from './lines.ts';

const item = /^((?:[ \t]*>)*[ \t]*)\(@([\w-]*)\)(?=[ \t]+\S)/;

/**
 * Numbers the examples of a book through, `(@sea)`, and says their numbers where the text names them; and makes of
 * definitions behind a tilde those behind a colon.
 *
 * @see https://pandoc.org/MANUAL.html#extension-example_lists
 * @see https://pandoc.org/MANUAL.html#extension-definition_lists
 */
export function step(lines: ReadonlyArray<Line>, { book }: StepContext): Line[] {
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
