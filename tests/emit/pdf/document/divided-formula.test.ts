import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { dividedFormula } from '../../../../src/emit/pdf/document/divided-formula.ts';

function divided(row: string): string[] {
  const html = `<math alttext="x"><semantics><mrow>${row}</mrow><annotation>x</annotation></semantics></math>`;
  const [math] = fromHtml(html, { fragment: true }).children;
  return dividedFormula(math as Element).map((piece) =>
    piece.type === 'text'
      ? piece.value
      : unified()
          .use(rehypeStringify)
          .stringify({ type: 'root', children: [piece] }),
  );
}

const number = '<mn>1000</mn>';

it('divides a long formula behind relations and binary signs, whose blanks are those between the pieces', () => {
  expect(divided(`${number}<mo>+</mo>${number}<mo>=</mo>${number}`)).toEqual([
    `<math><mrow>${number}<mo form="infix" rspace="0em">+</mo></mrow></math>`,
    ' ',
    `<math><mrow>${number}<mo form="infix" rspace="0em">=</mo></mrow></math>`,
    ' ',
    `<math><mrow>${number}</mrow></math>`,
  ]);
});

it.each([
  ['a short one', '<mi>a</mi><mo>=</mo><mn>100</mn>'],
  ['brackets', `<mrow><mo>(</mo>${number}<mo>+</mo>${number}<mo>+</mo>${number}<mo>)</mo></mrow>`],
  ['a sign before a number', `${number}${number}${number}<mo form="prefix">−</mo>${number}`],
  ['a sign of two', `${number}${number}<mo lspace="0.2em">:</mo><mo lspace="0em">=</mo>${number}`],
  ['what is of a letter', `${number}${number}${number}<mo>=</mo><mi>a</mi>`],
])('leaves %s whole', (_, row) => {
  expect(divided(row)).toHaveLength(1);
});
