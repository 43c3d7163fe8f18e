import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFStream,
  type PDFContext,
  type PDFObject,
  type PDFRef,
} from 'pdf-lib';
import { printedGrey, type Ink } from './ink.ts';
import type { Separator } from './separate.ts';
import { unpacked } from '../content/rewrite-streams.ts';
import { written } from '../content/written.ts';

/** What makes a grey of the three numbers a PostScript calculator leaves (ISO 32000-1, 7.10.5). */
const luminance = '0.0722 mul exch 0.7152 mul add exch 0.2126 mul add';

/**
 * Makes gradients grey (ISO 32000-1, 8.7.4.5) that run from grey to grey, and every gradient where
 * the interior is printed in black.
 *
 * @returns the shadings that are printed in colour, as they are in the file
 */
export function greyShadings(context: PDFContext, ink: Ink): Set<PDFDict> {
  const coloured = new Set<PDFDict>();
  for (const shading of shadingsOf(context)) {
    if (shading.lookup(PDFName.of('ColorSpace')) !== PDFName.of('DeviceRGB')) continue;
    const greyed = greyFunction(context, shading.get(PDFName.of('Function')), ink);
    if (greyed === undefined) coloured.add(shading);
    else {
      shading.set(PDFName.of('Function'), greyed);
      shading.set(PDFName.of('ColorSpace'), PDFName.of('DeviceGray'));
      const background = shading.lookup(PDFName.of('Background'));
      const grey = background instanceof PDFArray ? printedGrey(numbersOf(background), 'black') : undefined;
      if (grey !== undefined) shading.set(PDFName.of('Background'), context.obj([grey]));
    }
  }
  return coloured;
}

/**
 * Puts gradients into the inks of the press. Those by a program stay as they are, and are told of where the file is
 * judged.
 *
 * @param shadings those that are printed in colour
 */
export function separateShadings(
  context: PDFContext,
  shadings: Iterable<PDFDict>,
  separator: Separator,
): void {
  for (const shading of shadings) {
    const inked = inkFunction(context, shading.get(PDFName.of('Function')), separator);
    if (inked === undefined) continue;
    shading.set(PDFName.of('Function'), inked);
    shading.set(PDFName.of('ColorSpace'), PDFName.of('DeviceCMYK'));
    const background = shading.lookup(PDFName.of('Background'));
    if (background instanceof PDFArray)
      shading.set(PDFName.of('Background'), inksIn(context, background, separator));
  }
}

/** A function with four results instead of three. */
function inkFunction(
  context: PDFContext,
  given: PDFObject | undefined,
  separator: Separator,
): PDFObject | undefined {
  const dict = context.lookup(given);
  if (!(dict instanceof PDFDict)) return undefined;
  const copy = dict.clone(context);
  copy.delete(PDFName.of('Range'));
  const parts = dict.lookup(PDFName.of('Functions'));
  if (parts instanceof PDFArray) {
    const inked = parts.asArray().map((part) => inkFunction(context, part, separator));
    if (inked.includes(undefined)) return undefined;
    copy.set(PDFName.of('Functions'), context.obj(inked.flatMap((part) => part ?? [])));
    return copy;
  }
  for (const key of ['C0', 'C1']) {
    const colour = dict.lookup(PDFName.of(key));
    if (!(colour instanceof PDFArray)) return undefined;
    copy.set(PDFName.of(key), inksIn(context, colour, separator));
  }
  return copy;
}

function inksIn(context: PDFContext, colour: PDFArray, separator: Separator): PDFArray {
  return context.obj(separator.inks(numbersOf(colour)).map((ink) => Number(written(ink))));
}

function shadingsOf(context: PDFContext): Set<PDFDict> {
  const found = new Set<PDFDict>();
  const take = (object: PDFObject | undefined): void => {
    const dict = object instanceof PDFStream ? object.dict : object;
    if (dict instanceof PDFDict && dict.has(PDFName.of('ShadingType'))) found.add(dict);
  };
  for (const [, object] of context.enumerateIndirectObjects()) {
    take(object);
    if (object instanceof PDFDict) take(object.lookup(PDFName.of('Shading')));
  }
  return found;
}

/** A function with one result instead of three; undefined where its results stay colours. */
function greyFunction(context: PDFContext, given: PDFObject | undefined, ink: Ink): PDFObject | undefined {
  const object = context.lookup(given);
  const dict = object instanceof PDFStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return undefined;
  switch (dict.lookup(PDFName.of('FunctionType'), PDFNumber).asNumber()) {
    case 2:
      return greyExponential(context, dict, ink);
    case 3:
      return greyStitching(context, dict, ink);
    case 4:
      return object instanceof PDFRawStream ? greyCalculator(context, object, ink) : undefined;
    default:
      return undefined;
  }
}

function greyExponential(context: PDFContext, dict: PDFDict, ink: Ink): PDFObject | undefined {
  const ends = ['C0', 'C1'].map((key) => {
    const colour = dict.lookup(PDFName.of(key));
    return colour instanceof PDFArray ? printedGrey(numbersOf(colour), ink) : undefined;
  });
  const [from, to] = ends;
  if (from === undefined || to === undefined) return undefined;
  const copy = dict.clone(context);
  copy.set(PDFName.of('C0'), context.obj([Number(written(from))]));
  copy.set(PDFName.of('C1'), context.obj([Number(written(to))]));
  copy.delete(PDFName.of('Range'));
  return copy;
}

function greyStitching(context: PDFContext, dict: PDFDict, ink: Ink): PDFObject | undefined {
  const parts = dict.lookup(PDFName.of('Functions'), PDFArray).asArray();
  const greyed = parts.map((part) => greyFunction(context, part, ink));
  if (greyed.includes(undefined)) return undefined;
  const copy = dict.clone(context);
  copy.set(PDFName.of('Functions'), context.obj(greyed.flatMap((part) => part ?? [])));
  copy.delete(PDFName.of('Range'));
  return copy;
}

/** Which colours a program gives nobody knows before it has run; in black it gives their luminance. */
function greyCalculator(context: PDFContext, stream: PDFRawStream, ink: Ink): PDFRef | undefined {
  const program = ink === 'black' ? unpacked(stream) : undefined;
  if (program === undefined) return undefined;
  const body = Buffer.from(program).toString('latin1').trim().slice(1, -1);
  const domain = stream.dict.lookup(PDFName.of('Domain'));
  const grey = context.stream(`{${body} ${luminance}}`, { FunctionType: 4, Range: [0, 1] });
  if (domain !== undefined) grey.dict.set(PDFName.of('Domain'), domain);
  return context.register(grey);
}

function numbersOf(array: PDFArray): number[] {
  return array.asArray().map((number) => (number instanceof PDFNumber ? number.asNumber() : 0));
}
