import { instead, kindsOf, outsideCode, type Line } from './lines.ts';

/** `[[1\]](#_ftn1)`, `[1](#_ftn1)`, and what the note itself begins with: `[[1\]](#_ftnref1)`. */
const bracketed = String.raw`\[(?:\\?\[)?(?:\d+|[ivxlc]+|\*+)(?:\\?\])?\\?\]`;
const marks = new RegExp(String.raw`${bracketed}\(#_(ftn|edn)(\d+)\)`, 'g');
const begins = new RegExp(String.raw`^ {0,3}${bracketed}\(#_(ftn|edn)ref(\d+)\)[ \t]*`);

/** Notes that converters of Word leave as links to and from paragraphs at the end, as notes. */
export function withWordNotes(lines: ReadonlyArray<Line>): ReadonlyArray<Line> {
  if (!lines.some(({ text }) => begins.test(text))) return lines;
  const kinds = kindsOf(lines);
  const nameOf = (kind = '', number = ''): string => `word-${kind}${number}`;
  const marked = new Set<string>();
  const noted = new Set<string>();
  for (const [index, { text }] of lines.entries()) {
    if (kinds[index] !== 'prose') continue;
    for (const [, kind, number] of text.matchAll(marks)) marked.add(nameOf(kind, number));
    const [, kind, number] = begins.exec(text) ?? [];
    if (kind !== undefined) noted.add(nameOf(kind, number));
  }
  const isWhole = (name: string): boolean => marked.has(name) && noted.has(name);
  let isInNote = false;
  return lines.map((line, index) => {
    if (kinds[index] !== 'prose') return line;
    const { text } = line;
    const [opening = '', kind, number] = begins.exec(text) ?? [];
    const begun = kind !== undefined && isWhole(nameOf(kind, number));
    isInNote = begun || (isInNote && !/^ {0,3}(?:#{1,6}[ \t]|(?:[-*_][ \t]*){3,}$)/.test(text));
    const rest = outsideCode(text.slice(begun ? opening.length : 0), (prose) =>
      prose.replace(marks, (whole, of: string, count: string) =>
        isWhole(nameOf(of, count)) ? `[^${nameOf(of, count)}]` : whole,
      ),
    );
    if (begun) return instead(line, `[^${nameOf(kind, number)}]: ${rest}`);
    const inner = isInNote && rest.trim() !== '' ? `    ${rest.trimStart()}` : rest;
    return inner === text ? line : instead(line, inner);
  });
}
