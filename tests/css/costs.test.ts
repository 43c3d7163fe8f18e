import { describe, expect, it } from 'vitest';
import { cssCost } from '../../src/css/costs.ts';

describe('cssCost', () => {
  it.each([
    ['blocks', 'a{'.repeat(90_000), /64 levels/],
    ['functions', `p:is(${':not('.repeat(60_000)}`, /64 levels/],
    ['nested rules', `p{${'&:hover{'.repeat(300)}`, /64 levels/],
    ['points', `p { clip-path: polygon(${'1px 1px,'.repeat(9000)}) }`, /20,000 characters/],
    ['counters', `p { counter-increment: ${'a '.repeat(501)} }`, /500 functions, names or parts/],
    ['shadows', `p { box-shadow: ${'1px 1px red,'.repeat(251)} }`, /500 functions, names or parts/],
    ['backgrounds', `p { background: ${'conic-gradient(red, blue),'.repeat(101)} }`, /500 functions/],
    [
      'text put in',
      `p::before { content: "${'word '.repeat(300)}" "${'word '.repeat(300)}" }`,
      /2,000 characters/,
    ],
    ['selectors', `${'* '.repeat(20_000)} { color: red }`, /20,000 characters/],
    ['frames of an animation', `@keyframes k { ${'1% { x: y } '.repeat(21_000)} }`, /20,000 rules/],
    ['heights', 'p { height: 10000000px }', /A length of more than 100,000/],
    ['depths', 'p { MARGIN: 0 -1e9Mm }', /A length of more than 100,000/],
    ['widths in inches', 'p { margin: 2000in }', /A length of more than 100,000 pixels/],
    ['repeated selectors', `p {${' & &, & {'.repeat(9)}`, /each & stands for more than 10,000/],
    ['columns', 'p { grid-template-columns: repeat(200, 1px) }', /more than 100 columns/],
    ['columns of one part', 'p { grid-area: 1 / 1 / span 200 / span 200 }', /more than 100 columns/],
    ['rows', 'p { grid-row: span 9999 }', /A number of more than 1,000/],
    ['lines', 'p { l\\69ne-height: 1e6 }', /A number of more than 1,000/],
  ])('finds too many or too large %s', (_, css, reason) => {
    expect(cssCost(css)?.reason).toMatch(reason);
  });

  it('says where', () => {
    expect(cssCost('a { b: c }\np { color: red; height: 999999px }')?.offset).toBe(35);
  });

  it('lets pass what books have', () => {
    expect(
      cssCost(
        `p { background: linear-gradient(${'rgba(0, 0, 0, .5) 1%,'.repeat(50)}); counter-reset: a b c }`,
      ),
    ).toBe(undefined);
    expect(
      cssCost(`p::before { content: "${'word '.repeat(300)}" } q { quotes: "${'«'.repeat(3000)}" }`),
    ).toBe(undefined);
    expect(
      cssCost('p { text-indent: -9999px; z-index: 999999; width: 100%; color: #999999; order: 100000 }'),
    ).toBe(undefined);
    expect(
      cssCost(`${'p { & q, & r { color: red } '.repeat(4)}${'}'.repeat(4)} p { text-indent: -9999em }`),
    ).toBe(undefined);
    expect(cssCost(`/* ${'{'.repeat(100)} */ ${'a, '.repeat(5000)}b { content: "${'('.repeat(100)}" }`)).toBe(
      undefined,
    );
  });
});
