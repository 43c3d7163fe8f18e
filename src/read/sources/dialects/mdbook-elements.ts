import type { Line } from './lines.ts';
import { instead, kindsOf } from './lines.ts';

/**
 * Writes the numbered listings of the Rust books as their readers see them: the name of the file above the
 * code, number and caption below it.
 */
export function step(lines: ReadonlyArray<Line>): Line[] {
  const kinds = kindsOf(lines);
  let below: string | undefined;
  return lines.flatMap((line, index) => {
    if (kinds[index] !== 'prose') return [line];
    const quote = /^[ \t>]*/.exec(line.text)?.[0] ?? '';
    const attributes = /^[ \t>]*<Listing\b([^>]*)>[ \t]*$/.exec(line.text)?.[1];
    if (attributes !== undefined) {
      const value = (name: string): string =>
        new RegExp(`\\b${name}\\s*=\\s*"([^"]*)"`).exec(attributes)?.[1]?.trim() ?? '';
      const number = value('number');
      const caption = value('caption');
      below = [number === '' ? '' : `Listing ${number}`, caption].filter((part) => part !== '').join(': ');
      const name = value('file-name');
      return ['', ...(name === '' ? [] : [`Filename: ${name}`, ''])].map((text) =>
        instead(line, `${quote}${text}`),
      );
    }
    if (/^[ \t>]*<\/Listing>[ \t]*$/.test(line.text)) {
      const caption = below ?? '';
      below = undefined;
      return ['', caption, ''].map((text) => instead(line, `${quote}${text}`));
    }
    return [line];
  });
}
