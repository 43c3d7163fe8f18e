import { posix } from 'node:path';
import { filePath } from '../../../book/addresses/file-path.ts';
import type { StepContext } from './dialect.ts';
import { instead, kindsOf, type Line } from './lines.ts';

const opening = /<(video|audio|svg)\b/i;
/** Drawings that programs make may have thousands of lines. */
const longest = 20_000;

/**
 * Takes films, recordings and drawings out that no edition can carry; the words in their place stay.
 *
 * @param lines of a text
 */
export async function withoutUnfit(lines: ReadonlyArray<Line>, context: StepContext): Promise<Line[]> {
  const kinds = kindsOf(lines);
  const result: Line[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) continue;
    const [, name] =
      kinds[index] === 'prose' && !line.text.includes('`') ? (opening.exec(line.text) ?? []) : [];
    const end = name === undefined ? -1 : endOf(lines, index, name);
    if (name === undefined || end === -1) {
      result.push(line);
      continue;
    }
    const whole = lines.slice(index, end + 1);
    const text = whole.map((each) => each.text).join('\n');
    const isFit = name.toLowerCase() === 'svg' ? isFitDrawing(text, context) : areFit(text, context);
    if (await isFit) result.push(...whole);
    else {
      context.book.note('media-unfit', context.file, line, `<${name.toLowerCase()}>`);
      result.push(
        instead(
          line,
          text.replace(elementOf(name), (_, inner: string) => wordsIn(inner, name)),
        ),
      );
    }
    index = end;
  }
  return result;
}

function endOf(lines: ReadonlyArray<Line>, from: number, name: string): number {
  const closing = new RegExp(`</${name}>`, 'i');
  for (let at = from; at < Math.min(lines.length, from + longest); at++)
    if (closing.test(lines[at]?.text ?? '')) return at;
  return -1;
}

function elementOf(name: string): RegExp {
  return new RegExp(`<${name}\\b[^>]*>([\\s\\S]*?)</${name}>`, 'gi');
}

/** What a reading system shows that cannot play it. */
function wordsIn(inner: string, name: string): string {
  return name.toLowerCase() === 'svg'
    ? ''
    : inner
        .replace(/<(?:source|track)\b[^>]*>/gi, '')
        .replace(/\s+/g, ' ')
        .trim();
}

async function areFit(text: string, { book, file }: StepContext): Promise<boolean> {
  const sources = [
    ...text.matchAll(/<(?:video|audio|source)\b[^>]*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)')/gi),
  ].map(([, double, single]) => double ?? single ?? '');
  for (const source of sources) {
    if (/^(?:[a-z]+:|\/\/)/i.test(source)) return false;
    const path = posix.normalize(
      posix.join(posix.dirname(file.path), filePath(source.replace(/[?#].*$/, ''))),
    );
    if (!(await book.isUsable(path)) || !(await book.exists(path))) return false;
  }
  return sources.length > 0;
}

async function isFitDrawing(text: string, { book }: StepContext): Promise<boolean> {
  const [drawing] = /<svg\b[\s\S]*<\/svg>/i.exec(text) ?? [];
  if (drawing === undefined) return true;
  const ids = new Set([...drawing.matchAll(/\sid\s*=\s*["']([^"']+)["']/g)].map(([, id = '']) => id));
  const used = drawing.matchAll(/(?:href\s*=\s*["']#|url\(["']?#)([^"')\s]+)/g);
  for (const [, id = ''] of used) if (!ids.has(id)) return false;
  const named = /\sxmlns\s*=/.test(drawing.slice(0, drawing.indexOf('>')))
    ? drawing
    : drawing.replace(/^<svg/i, '<svg xmlns="http://www.w3.org/2000/svg"');
  return book.isUsableDrawing(new TextEncoder().encode(named));
}
