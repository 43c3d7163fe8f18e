import { mapping, parsed, truth } from '../yaml/schema.ts';

/** A page of an e-reader, and more than any screen shows. */
const [fewest, most] = [320, 20_000];

/** The key `epub` of book.yaml. */
export const epub = mapping({
  pages: truth().exactOptional(),
  fonts: truth().exactOptional(),
  images: mapping({
    pixels: parsed(`a number of pixels from ${fewest} to ${most}`, (written) =>
      parseWhole(written, fewest, most),
    ).exactOptional(),
    quality: parsed('a quality from 1 to 100', (written) => parseWhole(written, 1, 100)).exactOptional(),
  }).exactOptional(),
});

function parseWhole(written: string, least: number, largest: number): number | undefined {
  const number = /^\d{1,5}$/.test(written) ? Number(written) : NaN;
  return number >= least && number <= largest ? number : undefined;
}
