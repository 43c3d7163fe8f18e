import { instead, kindsOf, type Line } from './lines.ts';

/** The most lines of one figure. */
const longest = 60;

/**
 * Figures in HTML as ours, where their captions hold formulas or their images stand in the middle: within HTML no formula is
 * read. Those with anything but images and one caption stay.
 */
export function figureLines(lines: ReadonlyArray<Line>): ReadonlyArray<Line> {
  if (!lines.some(({ text }) => /^[ \t]*<figure>[ \t]*$/.test(text))) return lines;
  const kinds = kindsOf(lines);
  const result: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) continue;
    const isOpen = kinds[at] === 'prose' && /^[ \t]*<figure>[ \t]*$/.test(line.text);
    const count = isOpen
      ? lines.slice(at, at + longest).findIndex(({ text }) => /<\/figure>[ \t]*$/.test(text))
      : -1;
    const figure = count === -1 ? undefined : figureOf(lines.slice(at, at + count + 1));
    if (figure === undefined) {
      result.push(line);
      continue;
    }
    result.push(...figure.map((text) => instead(line, text)));
    at += count;
  }
  return result;
}

/** A figure in Markdown; nothing where it holds anything else. */
function figureOf(lines: ReadonlyArray<Line>): string[] | undefined {
  const html = lines.map(({ text }) => text.trim()).join('\n');
  const inner = html.replace(/^<figure>|<\/figure>$/g, '').replace(/<\/?(?:center|p|br)[ \t]*\/?>/g, '');
  const captions = [...inner.matchAll(/<figcaption>([^]*?)<\/figcaption>/g)].map(([, words = '']) => words);
  const rest = inner.replace(/<figcaption>[^]*?<\/figcaption>/g, '');
  const images = [...rest.matchAll(/<img\b[^>]*>/g)].map(([image]) => image);
  if (captions.length !== 1 || images.length === 0 || rest.replace(/<img\b[^>]*>/g, '').trim() !== '')
    return undefined;
  const written = images.map((image) => {
    const value = (name: string): string =>
      new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(image)?.[1] ?? '';
    const width = /^[\d.]+(?:%|px)?$/.test(value('width')) ? `{width=${value('width')}}` : '';
    return `![${value('alt').replace(/[[\]]/g, '')}](<${value('src')}>)${width}`;
  });
  const caption = (captions[0] ?? '').replace(/\s*\n\s*/g, ' ').trim();
  return ['', ':::figure{.unnumbered}', ...written.flatMap((image) => [image, '']), caption, ':::', ''];
}
