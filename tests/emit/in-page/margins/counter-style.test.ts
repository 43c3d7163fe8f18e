import { expect, test } from 'vitest';
import { counterStyle } from '../../../../src/emit/in-page/margins/counter-style.ts';

test('a counter style has a symbol for each page, and empty ones behind', () => {
  const css = counterStyle('colophon-head', ['', 'Loomings']);
  expect(css).toBe(
    `@counter-style colophon-head { system: fixed; symbols: "" "Loomings"${' ""'.repeat(8)}; suffix: ""; }`,
  );
});

test('nothing in a title ends the string it stands in', () => {
  expect(counterStyle('x', ['a"b\\c\nd'])).toContain('symbols: "a\\22 b\\5c c\\a d" ');
});
