/** The lines of one paragraph, heading, list or stanza. */
export type Block = ReadonlyArray<string>;

/** What begins a block of its own even without an empty line before it. */
const begins = /^(?:\[\d{1,4}\]\s|[-*•–]\s|\d{1,3}[.)]\s|#{1,6}\s|>)/;

/** Lines longer than this were not broken to fit a page: each is a paragraph. */
const longestBrokenLine = 120;

/** The blocks of a text: what empty lines divide, else its lines. */
export function blocksOfText(text: string): Block[] {
  const lines = text.split('\n').map((line) => line.replace(/[\u00A0\t ]+/g, ' ').trim());
  const parts: string[][] = [[]];
  for (const line of lines) {
    if (line === '') parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts.filter((part) => part.length > 0).flatMap(divided);
}

/** A part as several blocks where it is a run of long lines, or of entries. */
function divided(lines: ReadonlyArray<string>): Block[] {
  if (lines.some((line) => line.length > longestBrokenLine)) return lines.map((line) => [line]);
  const blocks: string[][] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last === undefined || begins.test(line)) blocks.push([line]);
    else last.push(line);
  }
  return blocks;
}
