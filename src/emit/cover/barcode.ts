import bwipjs from 'bwip-js/generic';
import type { Element } from 'hast';
import { parse } from 'isbn3';
import { digits, element } from './element.ts';

/** Millimetres of one module at full size (GS1 General Specifications, 5.2.3). */
const module = 0.33;

/** Everything below is in modules. */
const barHeight = 22.85 / module;
const guardDescent = 5;
// At the right of an add-on five are the rule; scanners that want seven are not rare.
const quiet = { left: 11, right: 7, addOn: 7 };
const mainWidth = 95;
const digitSize = 9;
const headline = 14;
const foot = (25.93 - 22.85) / module;
const margin = 2;

/** The guard bars, which reach down between the digits: where they begin in the symbol. */
const isGuard = (start: number): boolean => start < 3 || (start >= 45 && start < 50) || start >= 92;

/**
 * The bar code of a book as a drawing in black on white, with its quiet zones and at full size:
 * EAN-13 with the ISBN in figures above it, and the price beside it where there is one.
 *
 * ISO/IEC 15420; a currency digit and four of the price in the add-on.
 *
 * @param isbn thirteen digits
 * @param addOn five digits
 */
export function barcode(isbn: string, addOn?: string): Element {
  const bars = barsOf(addOn === undefined ? isbn : `${isbn} ${addOn}`);
  const addOnStart = bars.find(({ start }) => start > mainWidth)?.start;
  const width =
    quiet.left + (addOnStart === undefined ? mainWidth + quiet.right : addOnStart + 47 + quiet.addOn);
  const height = headline + barHeight + foot + margin;
  const bottom = headline + barHeight;
  const rects = bars.map((bar) => {
    const inAddOn = bar.start > mainWidth;
    // The digits of the add-on stand above it.
    const top = headline + (inAddOn ? digitSize : 0);
    const end = bottom + (inAddOn || isGuard(bar.start) ? guardDescent : 0);
    return element('rect', {
      x: digits(quiet.left + bar.start),
      y: digits(top),
      width: digits(bar.width),
      height: digits(end - top),
    });
  });
  const base = bottom + foot - 0.8;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      className: ['barcode'],
      viewBox: `0 0 ${digits(width)} ${digits(height)}`,
      width: `${digits(width * module)}mm`,
      height: `${digits(height * module)}mm`,
      fontSize: String(digitSize),
    },
    [
      element('rect', { width: digits(width), height: digits(height), fill: '#fff' }),
      element('g', { fill: '#000', shapeRendering: 'crispEdges' }, rects),
      element('g', { fill: '#000', textAnchor: 'middle' }, [
        label(quiet.left + mainWidth / 2, headline - 4.5, `ISBN ${hyphenated(isbn)}`, mainWidth),
        label(quiet.left - 6, base, isbn.slice(0, 1)),
        ...spread(isbn.slice(1, 7), quiet.left + 3, base),
        ...spread(isbn.slice(7), quiet.left + 50, base),
        ...(addOn === undefined || addOnStart === undefined
          ? []
          : Array.from(addOn, (digit, index) =>
              label(quiet.left + addOnStart + 7.5 + 9 * index, headline + digitSize - 2.5, digit),
            )),
      ]),
    ],
  );
}

interface Bar {
  /** In modules from the first bar. */
  readonly start: number;
  readonly width: number;
}

function barsOf(text: string): Bar[] {
  const [symbol] = bwipjs.raw({ bcid: 'ean13', text });
  if (symbol === undefined || !('sbs' in symbol)) throw new TypeError(`No bar code can be made of ${text}`);
  const bars: Bar[] = [];
  let start = 0;
  for (const [index, width] of symbol.sbs.entries()) {
    // Bars and spaces in turn.
    if (index % 2 === 0) bars.push({ start, width });
    start += width;
  }
  return bars;
}

/** Each digit below its own seven modules. */
function spread(text: string, left: number, base: number): Element[] {
  return Array.from(text, (digit, index) => label(left + 7 * index + 3.5, base, digit));
}

function label(x: number, y: number, text: string, width?: number): Element {
  const stretched = width === undefined ? {} : { textLength: digits(width), lengthAdjust: 'spacing' };
  return element('text', { x: digits(x), y: digits(y), ...stretched }, text);
}

function hyphenated(isbn: string): string {
  return parse(isbn)?.isbn13h ?? isbn;
}
