import { expect, test } from 'vitest';
import { backedFamilies } from '../../src/emit/backed-families.ts';
import { readTheme } from '../../src/read/templates/theme.ts';

const { fonts } = await readTheme('literary');
const stack = (first: string): RegExp => new RegExp(`"${first}", "EB Garamond".*"Source Code Pro".*, serif`);

test('the faces of the book stand before the generic family of running text', () => {
  expect(backedFamilies(':root { --text-family: "Lora", serif; color: red }', fonts)).toMatch(stack('Lora'));
});

test('the face for code comes first behind families for code', () => {
  expect(backedFamilies('code { font-family: "Fira", monospace }', fonts)).toMatch(
    /"Fira", "Source Code Pro".*"EB Garamond".*, monospace }$/,
  );
});

test('a generic family of another kind keeps its place', () => {
  expect(backedFamilies('h2 { font-family: sans-serif; }', fonts)).toMatch(
    /font-family: sans-serif, "Source Sans 3", "EB Garamond".*; }$/,
  );
});

test.each([
  '@font-face { font-family: "Lora"; src: url("fonts/a.ttf"); }',
  'p { font-family: inherit; }',
  'p { font-family: "A", var(--text-family); }',
  'p { color: red; }',
])('%s stays as it is', (css) => {
  expect(backedFamilies(css, fonts)).toBe(css);
});
