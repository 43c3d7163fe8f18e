import { expect, test } from 'vitest';
import { listDigits } from '../../src/emit/list-digits.ts';

test('books whose lists are numbered 0 to 9 get no styles', () => {
  expect(listDigits(['en', 'ja', 'ar', 'hi'])).toBe('');
});

test('each counter style is stated once, whatever the order of the languages', () => {
  const css = listDigits(['ps', 'mr', 'fa']);
  expect(css.match(/^\.[\w-]+ \{\n {2}list-style-type: \S+/gm)).toEqual([
    '.devanagari-digits {\n  list-style-type: devanagari;',
    '.persian-digits {\n  list-style-type: persian;',
  ]);
  expect(css).toBe(listDigits(['fa', 'ps', 'mr']));
  expect(css).toContain("@counter-style persian-parentheses {\n  system: extends persian;\n  prefix: '(';");
});
