import { expect, test } from 'vitest';
import { atRules } from '../../src/css/at-rules.ts';

test.each([
  ['@page{margin:0}', ['@page{margin:0}']],
  [
    'h1 { } @page :first { @top-left { content: "}" } size: A4 } p { }',
    ['@page :first { @top-left { content: "}" } size: A4 }'],
  ],
  ['@media print { @page { margin: 0 } p { } } @P\\61ge x;', ['@page { margin: 0 }', '@P\\61ge x;']],
  ['@media print { @page } p { }', ['@page ']],
  ['/* @page {} */ a::before { content: "@page {}" } @pages { }', []],
  ['p { } @page { margin: 0', ['@page { margin: 0']],
])('in %s', (css, expected) => {
  expect(atRules(css, 'page').map(({ start, end }) => css.slice(start, end))).toEqual(expected);
});
