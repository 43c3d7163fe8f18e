import { instead, kindsOf, type Line } from './lines.ts';

/** Lines that stand together, between empty ones, all of them running text. */
export interface Paragraph {
  readonly lines: ReadonlyArray<Line>;
  /** What every one of them begins with: blanks, and the signs of quotations. */
  readonly indent: string;
  /** The lines without it. */
  readonly texts: ReadonlyArray<string>;
}

/**
 * The text with each run of lines of running text as a function has it; all else stays.
 *
 * @param change gives the lines in the place of a run, or nothing where it stays
 */
export function withParagraphs(
  lines: ReadonlyArray<Line>,
  change: (paragraph: Paragraph, before: ReadonlyArray<Line>) => Line[] | undefined,
): Line[] {
  const kinds = kindsOf(lines);
  const result: Line[] = [];
  let open: Line[] = [];
  const close = (): void => {
    if (open.length > 0) result.push(...(change(paragraphOf(open), result) ?? open));
    open = [];
  };
  for (const [index, line] of lines.entries()) {
    if (kinds[index] === 'prose' && !/^[ \t>]*$/.test(line.text)) {
      open.push(line);
      continue;
    }
    close();
    result.push(line);
  }
  close();
  return result;
}

function paragraphOf(lines: ReadonlyArray<Line>): Paragraph {
  const indents = lines.map(({ text }) => /^(?:[ \t]|>(?=[ \t]|$))*/.exec(text)?.[0] ?? '');
  const indent = indents.reduce((a, b) => (b.length < a.length ? b : a));
  const shared = indents.every((each) => each.startsWith(indent)) ? indent : '';
  return { lines, indent: shared, texts: lines.map(({ text }) => text.slice(shared.length)) };
}

/** Lines in the place of a line, indented as it is. */
export function inPlaceOf(line: Line, texts: ReadonlyArray<string>, indent = ''): Line[] {
  return texts.map((text) => instead(line, text === '' ? indent.trimEnd() : `${indent}${text}`));
}
