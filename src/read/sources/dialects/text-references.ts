import type { StepContext } from './dialect.ts';
import { withParagraphs } from './blocks.ts';
import type { Line } from './lines.ts';

/**
 * Takes the paragraphs out that bookdown puts elsewhere: `(ref:name) Words of a caption`.
 *
 * @see https://bookdown.org/yihui/bookdown/markdown-extensions-by-bookdown.html#text-references
 */
export function step(lines: ReadonlyArray<Line>, { book }: StepContext): Line[] {
  return withParagraphs(lines, ({ texts }) => {
    const [, name = '', words = ''] = /^\(ref:([\w-]+)\)[ \t]+(\S.*)$/s.exec(texts.join(' ')) ?? [];
    if (name === '') return undefined;
    book.labels.set(`ref:${name}`, { target: words });
    return [];
  });
}
