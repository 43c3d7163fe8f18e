import { expect, test } from 'vitest';
import { backedFamilies, namedFamilies } from '../../src/emit/backed-families.ts';
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

test.each(['sans-serif', 'system-ui', 'cursive'])('before %s stands the face without serifs', (generic) => {
  expect(backedFamilies(`h2 { font-family: ${generic}; }`, fonts)).toMatch(
    new RegExp(`font-family: "Source Sans 3", "EB Garamond".*, ${generic}; }$`),
  );
});

test.each([
  'p { font-family: "A", var(--text-family); }',
  'p { font-family: var(--mine) !important; }',
  'p { font: italic 12pt/1.4 Lora; }',
  'p { font: var(--all); }',
])('the faces of the book stand behind what is referred to, and behind the shorthand: %s', (css) => {
  expect(backedFamilies(css, fonts)).toMatch(/[^ ], "EB Garamond".*"Noto Emoji".*; }$/);
});

test('behind all others stand the families that the stylesheet brings', () => {
  const css = '@font-face { font-family: Mine; src: url("fonts/a.ttf"); } p { font-family: serif; }';
  expect(backedFamilies(css, fonts)).toMatch(/"Noto Emoji".*, "Mine", serif; }$/);
});

test.each([
  ['p { font-family: "source code pro" }', ['Source Code Pro']],
  ['p { font-family: var(--code-family) }', ['Source Code Pro']],
  ['p { font: 9pt monospace }', ['Source Code Pro']],
  ['h1 { font-family: sans-serif }', ['Source Sans 3']],
  ['h1 { font-family: Georgia, serif }', []],
  ['@font-face { font-family: Mine; src: url("fonts/a.ttf"); }', ['Mine']],
])('%s names %j', (css, families) => {
  expect(namedFamilies(css, fonts)).toEqual(families);
});

test.each([
  '@font-face { font-family: "Lora"; src: url("fonts/a.ttf"); }',
  'p { font-family: inherit; }',
  'p { font: caption; }',
  'p { font: inherit; }',
  'p { color: red; }',
])('%s stays as it is', (css) => {
  expect(backedFamilies(css, fonts)).toBe(css);
});
