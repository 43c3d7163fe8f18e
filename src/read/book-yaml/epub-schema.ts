import { didYouMean } from '../../book/nearest.ts';
import { Fault } from '../values/fault.ts';
import { mapping, oneOrMore, parsed, truth } from '../yaml/schema.ts';

/** A page of an e-reader, and more than any screen shows. */
const [fewest, most] = [320, 20_000];

/**
 * The schema of the key `epub`.
 *
 * @param stores the names `epub.store` accepts
 */
export function epubKey(stores: ReadonlyArray<string>) {
  return mapping({
    store: oneOrMore(parsed('a store', (written) => parseStore(written, stores)))
      .transform((names) => [...new Set(names)])
      .exactOptional(),
    pages: truth().exactOptional(),
    fonts: truth().exactOptional(),
    images: mapping({
      pixels: parsed(`a number of pixels from ${fewest} to ${most}`, (written) =>
        parseWhole(written, fewest, most),
      ).exactOptional(),
      quality: parsed('a quality from 1 to 100', (written) => parseWhole(written, 1, 100)).exactOptional(),
    }).exactOptional(),
  });
}

function parseStore(written: string, names: ReadonlyArray<string>): string | Fault {
  if (names.includes(written)) return written;
  return new Fault(`"${written}" is no store known here`, {
    hint: didYouMean(written, names) ?? `Stores: ${names.join(', ')}.`,
  });
}

function parseWhole(written: string, least: number, largest: number): number | undefined {
  const number = /^\d{1,5}$/.test(written) ? Number(written) : NaN;
  return number >= least && number <= largest ? number : undefined;
}
