import { ByteString, nameIn, type Dictionary } from '../../pdf/content/operand.ts';
import type { Objects } from '../../pdf/file/objects.ts';
import { textString } from '../../pdf/file/text-string.ts';

/**
 * What viewers call the pages of a PDF (ISO 32000-1, 12.4.2): by ranges in Arabic or Roman numbers, with what stands
 * before them.
 *
 * @param count how many pages it has
 */
export function pageLabels(objects: Objects, count: number): string[] {
  const ranges = objects.array(objects.dictionary(objects.root.get('PageLabels'))?.get('Nums'));
  const labels = Array.from({ length: count }, (_, index) => String(index + 1));
  for (let at = 0; at + 1 < ranges.length; at += 2) {
    const range = objects.dictionary(ranges[at + 1]);
    const [first, next] = [Number(ranges[at]), Number(ranges[at + 2] ?? count)];
    if (range === undefined) continue;
    for (let page = first; page < Math.min(next, count); page += 1)
      labels[page] = labelIn(range, page - first);
  }
  return labels;
}

function labelIn(range: Dictionary, offset: number): string {
  const prefix = range.get('P');
  const number = Number(range.get('St') ?? 1) + offset;
  const style = nameIn(range.get('S'));
  const written = style === 'r' ? roman(number) : style === 'D' ? String(number) : '';
  return `${prefix instanceof ByteString ? textString(prefix.bytes) : ''}${written}`;
}

const numerals = Object.entries({
  m: 1000,
  cm: 900,
  d: 500,
  cd: 400,
  c: 100,
  xc: 90,
  l: 50,
  xl: 40,
  x: 10,
  ix: 9,
  v: 5,
  iv: 4,
  i: 1,
});

function roman(number: number): string {
  let left = number;
  let written = '';
  for (const [letters, value] of numerals) for (; left >= value; left -= value) written += letters;
  return written;
}
