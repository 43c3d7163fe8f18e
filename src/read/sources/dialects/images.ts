import { posix } from 'node:path';
import { filePath } from '../../../book/addresses/file-path.ts';
import type { KeptImage } from '../carried-image.ts';
import type { StepContext } from './dialect.ts';
import { instead, isCostly, kindsOf, type Line } from './lines.ts';
import { withoutUnfit } from './media.ts';

/** `![alt](address "title")`, with the braces behind it; `<img …>`. */
const markdown =
  /(?<!\\)!\[((?:[^[\]\\]|\\.|\[[^\]]*\])*)\]\([ \t]*(<[^>\n]*>|(?:[^\s()<>]|\([^\s()]*\))*)([ \t]+(?:"[^"]*"|'[^']*'|\([^)]*\)))?[ \t]*\)(\{[^}\n]*\})?/g;
const element = /<img\b[^>]*?>/gi;

/**
 * Finds images where the program of the book finds them, which may be another folder than that of the text.
 * Those that lie on the network or nowhere are left out, and their words stand in their place.
 */
export async function step(typed: ReadonlyArray<Line>, context: StepContext): Promise<Line[]> {
  const lines = withAddresses(await withoutUnfit(withWhole(typed).map(withoutBlanks), context));
  const kinds = kindsOf(lines);
  const result: Line[] = [];
  for (const [index, line] of lines.entries()) {
    const mayHave = kinds[index] === 'prose' && /!\[|<img\b/i.test(line.text);
    result.push(mayHave ? instead(line, await withImages(line, context)) : line);
  }
  return withoutEmptyFigures(lines, result);
}

/** An image whose path has blanks, with that in brackets. */
const blank =
  /(?<!\\)(!\[[^[\]\n]*\]\([ \t]*)([^\s()<>"']+(?:[ \t]+[^\s()<>"']+)+\.(?:png|jpe?g|gif|svg|webp|avif|tiff?|bmp))(?=[ \t]*(?:"[^"\n]*"[ \t]*)?\))/gi;

function withoutBlanks(line: Line): Line {
  if (isCostly(line.text) || !/!\[[^\]]*\]\([^)\n]*[ \t]/.test(line.text)) return line;
  return instead(
    line,
    line.text.replace(blank, (_, before: string, path: string) => `${before}<${path}>`),
  );
}

/** What begins an image and does not end on its line: a tag, or the words of one, and what ends each. */
const begun = [
  [/<img\b[^>]*$/i, '>'],
  [/(?<!\\)!\[[^[\]]*$/, ']'],
] as const;

/** Images whose tag or whose words go over several lines, on one. */
function withWhole(lines: ReadonlyArray<Line>): ReadonlyArray<Line> {
  if (!lines.some(({ text }) => !isCostly(text) && begun.some(([start]) => start.test(text)))) return lines;
  const kinds = kindsOf(lines);
  const result: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) continue;
    const [, sign] = (kinds[at] === 'prose' && begun.find(([start]) => start.test(line.text))) || [];
    const end = sign === undefined ? at : endOfImage(lines, at, sign);
    const inQuote = /^[ \t]*>/.test(line.text) ? /^[ \t>]+/ : /^[ \t]+/;
    const texts = lines
      .slice(at, end + 1)
      .map(({ text }, index) => (index === 0 ? text : text.replace(inQuote, '')).trimEnd());
    result.push(end === at ? line : instead(line, texts.join(' ')));
    at = end;
  }
  return result;
}

/** The line on which ends what a line begins; that itself where it ends on none nearby. */
function endOfImage(lines: ReadonlyArray<Line>, at: number, sign: string): number {
  const near = lines.slice(at + 1, at + 12);
  const count = near.findIndex(({ text }) => text.includes(sign) || text.trim() === '');
  return near[count]?.text.includes(sign) === true ? at + 1 + count : at;
}

const hasImage = ({ text }: Line): boolean => /!\[|<img\b/i.test(text);

/**
 * Figures whose image was left out have their caption alone: the words in its place say the same. Without a name that
 * something may refer to they are no figures any more.
 */
function withoutEmptyFigures(typed: ReadonlyArray<Line>, lines: ReadonlyArray<Line>): Line[] {
  const result: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) continue;
    const named = /^[ \t>]*:::figure(\{.*\})?[ \t]*$/.exec(line.text);
    const end = named === null ? at : endOfFigure(lines, at);
    const block = lines.slice(at + 1, end);
    const caption = block.filter((_, index) => {
      const before = typed[at + 1 + index];
      return before === undefined || !hasImage(before);
    });
    const lost = block.length > caption.length && !block.some(hasImage);
    if (!lost || !caption.some(({ text }) => /[^ \t>]/.test(text))) {
      result.push(line);
      continue;
    }
    const isNamed = named?.[1]?.includes('#') === true;
    const [closing] = lines.slice(end, end + 1);
    if (isNamed && closing !== undefined) result.push(line, ...caption, closing);
    else result.push(...caption);
    at = end;
  }
  return result;
}

/**
 * The index of the line that closes the figure begun in a line; that itself where it is not closed or holds other blocks,
 * so that every line is looked through once.
 */
function endOfFigure(lines: ReadonlyArray<Line>, at: number): number {
  let end = at + 1;
  while (end < lines.length && !/^[ \t>]*:::/.test(lines[end]?.text ?? '')) end++;
  return /^[ \t>]*:::[ \t]*$/.test(lines[end]?.text ?? '') ? end : at;
}

/** Images whose address stands elsewhere in the text, with that address. */
function withAddresses(lines: ReadonlyArray<Line>): ReadonlyArray<Line> {
  const kinds = kindsOf(lines);
  if (!lines.some(({ text }, index) => kinds[index] === 'prose' && /!\[[^\]]*\](?!\()/.test(text)))
    return lines;
  const addresses = new Map<string, string>();
  for (const { text } of lines) {
    const [, name = '', address = ''] = /^ {0,3}\[([^\]^][^\]]*)\]:[ \t]*(<[^>]*>|\S+)/.exec(text) ?? [];
    if (name !== '') addresses.set(name.toLowerCase(), address);
  }
  return lines.map((line, index) => {
    if (kinds[index] !== 'prose' || !line.text.includes('![')) return line;
    const text = line.text.replace(
      /!\[([^\]]*)\](?:\[([^\]]*)\])?(?!\()/g,
      (whole, words: string, name?: string) => {
        const address = addresses.get((name === undefined || name === '' ? words : name).toLowerCase());
        return address === undefined ? whole : `![${words}](${address})`;
      },
    );
    return text === line.text ? line : instead(line, text);
  });
}

async function withImages(line: Line, context: StepContext): Promise<string> {
  let text = '';
  let from = 0;
  const spans = [...line.text.matchAll(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g)];
  const found = [...line.text.matchAll(markdown), ...line.text.matchAll(element)]
    .filter(({ index }) => !spans.some((span) => span.index < index && index < span.index + span[0].length))
    .toSorted((a, b) => a.index - b.index);
  for (const match of found) {
    if (match.index < from) continue;
    text += line.text.slice(from, match.index) + (await imageOf(match, line, context));
    from = match.index + match[0].length;
  }
  return text + line.text.slice(from);
}

async function imageOf(match: RegExpExecArray, line: Line, context: StepContext): Promise<string> {
  const [whole] = match;
  const isElement = whole.startsWith('<');
  const source = isElement
    ? (/\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i
        .exec(whole)
        ?.slice(1)
        .find((each) => each !== undefined) ?? '')
    : (match[2] ?? '').replace(/^<(.*)>$/, '$1');
  const words = isElement ? (/\salt\s*=\s*"([^"]*)"/i.exec(whole)?.[1] ?? '') : (match[1] ?? '');
  if (/^https?:/i.test(source) && context.book.hasRemote) return whole;
  if (/^(?:https?:|data:|\/\/)/i.test(source)) {
    context.book.note('image-remote', context.file, line, source);
    return words;
  }
  const place = source === '' ? undefined : await placeOf(source, context);
  if (place === undefined) {
    context.book.note('image-missing', context.file, line, source === '' ? whole : source);
    return words;
  }
  const folder = posix.dirname(context.file.path);
  const path = posix.join(folder, filePath(place.replace(/[?#].*$/, '')));
  const image = (await context.book.isUsable(path)) ? await context.book.inCarriedFormat(path) : 'unfit';
  if (image === 'unfit' || image === 'pointer') {
    context.book.note(`image-${image}`, context.file, line, source);
    return words;
  }
  const address = image === undefined ? place : keptAs(image, context);
  return address === source ? whole : whole.replace(source, () => address);
}

/** The address of an image that has to have another name than on disk; it is kept under that one. */
function keptAs({ path, bytes }: KeptImage, { file, book }: StepContext): string {
  file.data.kept = new Map([...(file.data.kept ?? []), [path, bytes]]);
  book.keeps(path);
  return encodeURI(posix.relative(posix.dirname(file.path), path));
}

/** The address of an image relative to the text; nothing where there is no such file. */
async function placeOf(source: string, { file, dialect, book }: StepContext): Promise<string | undefined> {
  const folder = posix.dirname(file.path);
  const path = filePath(source.replace(/[?#].*$/, ''));
  const beside = posix.normalize(posix.join(folder, path));
  if (!path.startsWith('/') && (await book.exists(beside))) return source;
  for (const other of dialect.imageFolders ?? ['']) {
    const there = posix.normalize(posix.join(other, path)).replace(/^\/+/, '');
    if (await book.exists(there)) return encodeURI(posix.relative(folder, there));
  }
  // Where the book was written, the names of files may not tell their case.
  for (const there of [beside, ...(dialect.imageFolders ?? ['']).map((other) => posix.join(other, path))]) {
    const spelled = await book.inOtherCase(there);
    if (spelled !== there && (await book.exists(spelled))) return encodeURI(posix.relative(folder, spelled));
  }
  return undefined;
}
