import { dictionary } from '../../book/dictionary.ts';

/** How the items of a list are numbered, as HTML's `type` names it. */
export type Numbering = '1' | 'a' | 'A' | 'i' | 'I';

/** What stands around the number: `1.`, `1)`, `(1)`. */
export type Enclosure = 'point' | 'parenthesis' | 'parentheses';

/** How a list is labelled. */
export interface LabelStyle {
  readonly numbering: Numbering;
  readonly enclosure: Enclosure;
}

/** What stands at the beginning of a line and may be the label of an item. */
export interface Label {
  /** With the blank behind it, in characters. */
  readonly length: number;
  /** Without what stands around it; `#` is the next number. */
  readonly sign: string;
  readonly enclosure: Enclosure;
  /** Whether more than one blank follows it. */
  readonly apart: boolean;
}

const pattern = /^(\(?)(#|\d{1,9}|[A-Za-z]|[ivxlcdm]{2,8}|[IVXLCDM]{2,8})([.)])([ \t]+)(?=\S|$)/;

/** The label a line begins with. */
export function labelOf(line: string): Label | undefined {
  const [all, open, sign, close, blank] = pattern.exec(line) ?? [];
  if (all === undefined || sign === undefined || (open === '(' && close === '.')) return undefined;
  const enclosure = open === '(' ? 'parentheses' : close === ')' ? 'parenthesis' : 'point';
  return { length: all.length, sign, enclosure, apart: (blank?.length ?? 0) > 1 };
}

/** How many labels make a list; one may be the beginning of a sentence. */
export const fewest = 2;

/**
 * How the labels are numbered if each is the successor of the one before; nothing for other labels.
 * As in Pandoc, capitals with a point are labels only with two blanks behind them: `A. Smith`.
 */
export function styleOf(labels: readonly Label[]): (LabelStyle & { readonly start: number }) | undefined {
  const [first] = labels;
  if (first === undefined || labels.length < fewest) return undefined;
  const { enclosure } = first;
  if (labels.some((label) => label.enclosure !== enclosure)) return undefined;
  if (labels.every(({ sign }) => sign === '#')) return { numbering: '1', enclosure, start: 1 };
  for (const numbering of ['1', 'i', 'I', 'a', 'A'] as const) {
    const start = valueOf(first.sign, numbering);
    if (start === undefined) continue;
    if (!labels.every(({ sign }, index) => valueOf(sign, numbering) === start + index)) continue;
    const isName = enclosure === 'point' && /^[A-Z]/.test(first.sign);
    return isName && !labels.every(({ apart }) => apart) ? undefined : { numbering, enclosure, start };
  }
  return undefined;
}

/** How the signs of each numbering look, and what number one stands for. */
const readings: Readonly<Record<Numbering, readonly [RegExp, (sign: string) => number]>> = {
  '1': [/^\d+$/, Number],
  a: [/^[a-z]$/, (sign) => sign.charCodeAt(0) - 96],
  A: [/^[A-Z]$/, (sign) => sign.charCodeAt(0) - 64],
  i: [/^[ivxlcdm]+$/, romanValue],
  I: [/^[IVXLCDM]+$/, (sign) => romanValue(sign.toLowerCase())],
};

function valueOf(sign: string, numbering: Numbering): number | undefined {
  const [form, value] = readings[numbering];
  return form.test(sign) ? value(sign) : undefined;
}

const romanDigits = dictionary<number>({ i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 });

function romanValue(sign: string): number {
  const values = Array.from(sign, (digit) => romanDigits[digit] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
