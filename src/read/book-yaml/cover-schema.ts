import type { z } from 'zod';
import { coverDesigns } from '../../book/cover.ts';
import { parsePath } from '../files/paths.ts';
import { either, lines, mapping, oneOf, parsed, text } from '../yaml/schema.ts';

const image = parsed('the path of an image', parsePath);

const whole = mapping({
  image: image.exactOptional(),
  alt: text().exactOptional(),
  design: oneOf(...coverDesigns).exactOptional(),
  colour: parsed('a colour such as "#1d3038", in quotes', parseColour).exactOptional(),
  back: lines().transform(paragraphsOf).exactOptional(),
  spine: text().exactOptional(),
  file: parsed('the path of a PDF', parsePath).exactOptional(),
});

/** The cover: a front image or a design, the words on back and spine, or a finished file; in short, the image. */
export const cover = either(
  image.transform((path): z.infer<typeof whole> => ({ image: path })),
  whole,
);

/** A colour as six hexadecimal digits. */
function parseColour(written: string): string | undefined {
  return /^#[\da-f]{6}$/i.test(written) ? written.toLowerCase() : undefined;
}

/** Empty lines end a paragraph; other line ends are spaces. */
function paragraphsOf(written: string): string[] {
  return written.split(/\n[ \t]*\n/).flatMap((paragraph) => {
    const line = paragraph.replace(/\s+/g, ' ').trim();
    return line === '' ? [] : [line];
  });
}
