import { describe, expect, it } from 'vitest';
import { markEffects } from '../../src/css/effects.ts';

describe('markEffects', () => {
  it.each([
    ['p{filter:blur(1px)}', 'p{filter:blur(1px);--filter-at:2}'],
    ['p { Filter : blur(1px) ; }', 'p { Filter : blur(1px) ;--filter-at:4; }'],
    [
      'a{color:red;transform:none !important}',
      'a{color:red;transform:none !important;--transform-at:12 !important}',
    ],
    ['@media print{p{-webkit-filter:none}}', '@media print{p{-webkit-filter:none;--filter-at:15}}'],
    ['h1{-webkit-text-stroke-width:1px}', 'h1{-webkit-text-stroke-width:1px;--text-stroke-at:3}'],
    ['p{filter:url("a;b}c")', 'p{filter:url("a;b}c");--filter-at:2'],
  ])('tells in %s where the effect is declared', (css, marked) => {
    expect(markEffects(css)).toBe(marked);
  });

  it.each([
    'p{color:red}',
    'filter:hover{color:red}',
    '@supports (filter: blur(1px)) {p{color:red}}',
    'p{transition:filter 1s}',
    'p{--filter:1}',
    '/* p{filter:none} */',
  ])('leaves %s as it is', (css) => {
    expect(markEffects(css)).toBe(css);
  });
});
