import { posix } from 'node:path';
import { headingsIn } from '../headings.ts';
import type { StepContext } from './dialect.ts';
import { takeFrontMatter } from './front-matter.ts';
import { instead, kindsOf, linesOf, withProse, type Line } from './lines.ts';
import { nameOf } from './wiki-links.ts';

/** A line that holds nothing but a note that is shown there, or a part of it. */
const embed = /^ {0,3}!\[\[([^\]|#\n]+)(?:#([^\]|\n]*))?(?:\|[^\]\n]*)?\]\][ \t]*$/;

/** How deep notes may be shown within each other, and how many lines a text may take from others. */
const deepest = 5;
const most = 20_000;

/** What is known while the notes shown in a text are put in. */
interface Embedding {
  readonly context: StepContext;
  /** The notes around, which none of them may show again. */
  readonly around: ReadonlyArray<string>;
  /** How many lines may still be taken. */
  readonly budget: { left: number; count: number };
}

/**
 * Puts notes in where others show them: `![[Note]]` on a line of its own, `![[Note#Heading]]`, `![[Note#^block]]`. Their
 * headings stand below the one they are shown under. What would be shown within itself, too deep or too often stays as
 * it is typed, and becomes a link.
 *
 * @see https://help.obsidian.md/embeds
 */
export async function step(lines: ReadonlyArray<Line>, context: StepContext): Promise<Line[]> {
  const budget = { left: most, count: 0 };
  return shown(lines, { context, around: [context.file.path], budget });
}

async function shown(lines: ReadonlyArray<Line>, embedding: Embedding): Promise<Line[]> {
  if (!lines.some(({ text }) => embed.test(text))) return [...lines];
  const kinds = kindsOf(lines);
  const headings = new Map(headingsIn(lines, 6).map(({ index, depth }) => [index, depth]));
  const result: Line[] = [];
  let depth = 1;
  for (const [index, line] of lines.entries()) {
    depth = headings.get(index) ?? depth;
    const [, name = '', place = ''] = (kinds[index] === 'prose' && embed.exec(line.text)) || [];
    const note = name === '' ? undefined : await noteOf(name.trim(), place.trim(), depth, embedding);
    const empty = instead(line, '');
    result.push(
      ...(note === undefined ? [line] : [empty, ...note.map((text) => instead(line, text)), empty]),
    );
  }
  return result;
}

/** The lines of a note as they stand in another; nothing where it cannot be shown. */
async function noteOf(
  name: string,
  place: string,
  depth: number,
  { context, around, budget }: Embedding,
): Promise<string[] | undefined> {
  const path = context.book.labels.get(`file:${nameOf(name)}`)?.target;
  if (path === undefined || !/\.(?:md|markdown)$/i.test(path)) return undefined;
  if (around.includes(path) || around.length > deepest) return undefined;
  const text = await context.book.textOf(path);
  if (text === undefined) return undefined;
  const part = partOf(takeFrontMatter(linesOf(text)).lines, place);
  if (part === undefined || part.length > budget.left) return undefined;
  budget.left -= part.length;
  budget.count += 1;
  const own = withOwnNotes(part, `${nameOf(path).replace(/[^\p{L}\p{N}]+/gu, '-')}-${budget.count}`);
  const moved = fromElsewhere(own, path, context.file.path);
  const inner = await shown(moved, { context, around: [...around, path], budget });
  return below(inner, depth).map((line) => line.text);
}

/** The part of a note with a name: a section with its heading, or the block that ends in `^name`; the whole without one. */
function partOf(lines: ReadonlyArray<Line>, place: string): ReadonlyArray<Line> | undefined {
  if (place === '') return lines;
  if (place.startsWith('^')) return blockOf(lines, place);
  const plain = (title: string): string => title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const headings = headingsIn(lines, 6);
  const title = plain(place.split('#').at(-1) ?? place);
  const first = headings.findIndex((heading) => plain(heading.title) === title);
  const heading = headings[first];
  if (heading === undefined) return undefined;
  const next = headings.slice(first + 1).find(({ depth }) => depth <= heading.depth);
  return lines.slice(heading.index, next?.index);
}

/** The lines up to an empty one around a name of a block. */
function blockOf(lines: ReadonlyArray<Line>, name: string): ReadonlyArray<Line> | undefined {
  const isEmpty = (at: number): boolean => (lines[at]?.text ?? '').trim() === '';
  const named = lines.findIndex(({ text }) => text.trim() === name || text.trimEnd().endsWith(` ${name}`));
  if (named === -1) return undefined;
  // A name on a line of its own is that of the block above.
  let end = lines[named]?.text.trim() === name ? named - 1 : named;
  while (end > 0 && isEmpty(end)) end -= 1;
  if (/^\s*(?:[-*+]|\d+[.)])\s/.test(lines[end]?.text ?? '')) return lines.slice(end, end + 1);
  let start = end;
  while (start > 0 && !isEmpty(start - 1)) start -= 1;
  while (end + 1 < lines.length && !isEmpty(end + 1)) end += 1;
  return lines.slice(start, end + 1);
}

/** A text whose footnotes have names that those around it cannot have. */
function withOwnNotes(lines: ReadonlyArray<Line>, name: string): Line[] {
  return withProse(lines, (text) => text.replace(/\[\^([^\]\s]+)\]/g, `[^${name}-$1]`));
}

/** A text with its headings below those of a depth. */
function below(lines: ReadonlyArray<Line>, depth: number): Line[] {
  const headings = headingsIn(lines, 6);
  const more = depth + 1 - Math.min(...headings.map((heading) => heading.depth));
  if (headings.length === 0 || more <= 0) return [...lines];
  const depths = new Map(headings.map((heading) => [heading.index, heading.depth]));
  return lines.flatMap((line, index) => {
    const own = depths.get(index);
    if (own === undefined) return depths.has(index - 1) && isUnderline(lines, index) ? [] : [line];
    const words = line.text.replace(/^ {0,3}#{1,6}[ \t]+/, '').trim();
    return [instead(line, `${'#'.repeat(Math.min(6, own + more))} ${words}`)];
  });
}

/** Whether a line is the one below the words of a heading that has no signs before them. */
function isUnderline(lines: ReadonlyArray<Line>, index: number): boolean {
  return (
    !/^ {0,3}#/.test(lines[index - 1]?.text ?? '') && /^ {0,3}(?:=+|-+)[ \t]*$/.test(lines[index]?.text ?? '')
  );
}

/** A text whose addresses lead from another file to where they led. */
function fromElsewhere(lines: ReadonlyArray<Line>, path: string, to: string): ReadonlyArray<Line> {
  const [from, folder] = [posix.dirname(path), posix.dirname(to)];
  return withProse(lines, (text) =>
    text.replace(/(\]\()(<[^>\n]*>|[^\s()<>]+)/g, (whole, before: string, written: string) => {
      const address = written.replace(/^<(.*)>$/, '$1');
      if (/^(?:[a-z][a-z\d+.-]*:|\/|$)/i.test(address)) return whole;
      const there = address.startsWith('#')
        ? `${posix.relative(folder, path)}${address}`
        : posix.relative(folder, posix.join(from, address));
      return `${before}<${there}>`;
    }),
  );
}
