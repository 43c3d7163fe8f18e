/** A line of a source. */
export interface Line {
  readonly start: number;
  readonly text: string;
  /** How many blanks stand before its first sign. */
  readonly indent: number;
}

/** The key of a line, for readers. */
export function nameIn({ text }: Line): string {
  const [, name] = /^[ \t]*(?:- +)?([\w-]+):/.exec(text) ?? [];
  return name === undefined ? 'the line above' : `"${name}"`;
}

/** The line that has an offset. */
export function lineAt(source: string, offset: number): Line {
  const start = source.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const end = source.indexOf('\n', start);
  const text = source.slice(start, end === -1 ? undefined : end).replace(/\r$/, '');
  return { start, text, indent: /^[ \t]*/.exec(text)?.[0].length ?? 0 };
}

/** The line above another that is not empty. */
export function lineBefore(source: string, { start }: Line): Line | undefined {
  for (let at = start - 1; at > 0;) {
    const line = lineAt(source, at);
    if (line.text.trim() !== '') return line;
    at = line.start - 1;
  }
  return undefined;
}
