import type { ImportedMetadata } from '../imported.ts';
import { affiliationIn, beginsByline, names } from '../names.ts';
import { isBareName } from './bare-name.ts';
import type { Block } from './blocks-of-text.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What stands above a text. */
interface Head {
  readonly metadata: ImportedMetadata;
  /** The text below. */
  readonly rest: Block[];
  /** Lines that look like names of authors, and could be headings. */
  readonly taken: ReadonlyArray<string>;
}

/** What stands above the text: title, subtitle, byline, date and address, and the text below. */
export function headOf(blocks: ReadonlyArray<Block>): Head {
  const first = blocks.findIndex((block) => isText(block) && !isHead(block));
  // A text of short paragraphs has no more above it than a title and a byline.
  const above = blocks.slice(0, first < 0 ? 0 : first).flatMap((block) => [...block]);
  const lines = above.slice(0, 6);
  const text = blocks
    .slice(Math.max(0, first))
    .map((block) => block.join(' '))
    .join(' ');
  const said: {
    title?: string;
    subtitle?: string;
    authors?: string[];
    affiliation?: string;
    publisher?: string;
    date?: string;
  } = {};
  const taken: string[] = [];
  let used = 0;
  for (const line of lines) {
    const date = dateIn(line);
    if (beginsByline.test(line)) {
      said.authors = names(line);
      const affiliation = affiliationIn(line);
      if (affiliation !== undefined) said.affiliation = affiliation;
    } else if (said.title !== undefined && publisherIn(line) !== undefined)
      said.publisher = publisherIn(line) ?? '';
    else if (date !== undefined) said.date = date;
    else if (said.title === undefined) said.title = line.replace(/^#\s+/, '');
    else if (said.authors === undefined && isBareName(line, text)) {
      said.authors = names(line);
      taken.push(line);
    } else if (
      said.subtitle === undefined &&
      said.authors === undefined &&
      said.date === undefined &&
      !isHeading(used, above)
    )
      said.subtitle = line;
    else if (!/^https?:\/\/\S+$/.test(line)) break;
    used += 1;
  }
  if (said.title === undefined) return { metadata: {}, rest: [...blocks], taken };
  return { metadata: said, rest: withoutLines(blocks, used), taken };
}

function isText(block: Block): boolean {
  return block.join(' ').length > 200 || block.length > 4;
}

/** Lines with a byline or a date between them, which empty lines did not divide. */
function isHead(block: Block): boolean {
  return (
    block.length <= 6 && block.slice(1).some((line) => beginsByline.test(line) || dateIn(line) !== undefined)
  );
}

/** The last line above the text is the heading of its first part where something else is above it. */
function isHeading(index: number, above: ReadonlyArray<string>): boolean {
  return index === above.length - 1 && index > 1;
}

function withoutLines(blocks: ReadonlyArray<Block>, count: number): Block[] {
  let left = count;
  return blocks.flatMap((block) => {
    const dropped = Math.min(left, block.length);
    left -= dropped;
    return dropped === block.length ? [] : [block.slice(dropped)];
  });
}

/** "2015/05/31", "31 May 2015", "May 31st, 2015" and "2015", also behind "Posted on" → as book.yaml has dates. */
function dateIn(line: string): string | undefined {
  const bare = line.replace(/^(?:posted|published|updated)?(?:\s+on)?:?\s*/i, '').replace(/\s+at\s.*$/i, '');
  const numbers = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(bare);
  if (numbers !== null) return joined(numbers[1], numbers[2], numbers[3]);
  const words =
    /^(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,?\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?\.?\s+)?([a-z]{3,9})\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?,?\s+(\d{4})$/i.exec(
      bare,
    );
  if (words === null) return undefined;
  const month = months.indexOf((words[2] ?? '').slice(0, 3).toLowerCase());
  return month < 0 ? undefined : joined(words[4], String(month + 1), words[1] ?? words[3]);
}

function joined(...parts: ReadonlyArray<string | undefined>): string {
  return parts.flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')])).join('-');
}

/** "Published by the Harbour Press" and "Harbour Press" → the name. */
function publisherIn(line: string): string | undefined {
  const [, named] =
    /^(?:published by|publisher:?|verlag:|éditeur\s*:)\s+(?:the\s+)?(.{2,80})$/iu.exec(line) ?? [];
  if (named !== undefined) return named;
  return /^(?:\p{Lu}[\p{L}’'.-]*\s){1,4}(?:Press|Publishers?|Publishing|Verlag|Books)$/u.test(line)
    ? line
    : undefined;
}
