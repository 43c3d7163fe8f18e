import type { Ink, Paper, Printer } from '../../book/printer.ts';
import { didYouMean } from '../../book/nearest.ts';
import { Fault } from '../values/fault.ts';
import { pageThicknessOf } from './printer-schema.ts';

/** Grammage and volume as paper merchants state them: `90 g/m² × 1.75`, in short `90g 1.75`. */
const grammageAndVolume = /^(\d{2,3}(?:\.\d+)?)\s*g(?:sm|\/m2|\/m²)?\s*[x×,]?\s*(\d(?:\.\d+)?)$/i;

/**
 * A paper of a printer, or nothing where it has none of that name.
 *
 * @param printer whose papers there are
 * @param stated its name, or grammage and volume where the printer takes any; without it, the
 * first that is printed as wanted
 * @param ink in what the book is to be printed
 */
export function paperOf(printer: Printer, stated: string | undefined, ink?: Ink): Paper | undefined {
  const { papers, anyPaper } = printer;
  if (stated === undefined) return papers.find(({ inks }) => ink === undefined || inks.includes(ink));
  const listed = papers.find(({ name }) => name === stated);
  return listed ?? (anyPaper ? measured(stated, papers[0]) : undefined);
}

/** What is wrong with a paper that a printer does not have. */
export function paperFault({ title, papers, anyPaper }: Printer, stated: string): Fault {
  const names = papers.map(({ name }) => name);
  const measures = anyPaper ? ', or grammage and volume such as 90g 1.75' : '';
  return new Fault(`"${stated}" is no paper of ${title}`, {
    hint: didYouMean(stated, names) ?? `Papers: ${names.join(', ')}${measures}.`,
  });
}

function measured(stated: string, like: Paper): Paper | undefined {
  const [, grams, volume] = grammageAndVolume.exec(stated) ?? [];
  if (grams === undefined || volume === undefined) return undefined;
  return {
    ...like,
    name: stated,
    title: `${grams} g/m², volume ${volume}`,
    pageThickness: pageThicknessOf(Number(grams), Number(volume)),
  };
}
