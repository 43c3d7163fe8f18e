import { describe, expect, test } from 'vitest';
import type { Font } from '../../src/book/theme.ts';
import { familyProperties, familyStack, fontFaces, leadingFamilies } from '../../src/emit/font-face.ts';

function face(family: string, use: Font['use'], rest: Partial<Font> = {}): Font {
  const file = `${family.replaceAll(' ', '')}.ttf`;
  return { family, use, file, weight: 400, style: 'normal', bytes: new Uint8Array(), ...rest };
}

const fonts = [
  face('Symbols', 'fallback'),
  face('Body', 'text'),
  face('Body', 'text', { style: 'italic', weight: 700, file: 'Body_Bold_Italic.ttf' }),
  face('Math', 'math'),
  face('Code Face', 'code'),
];

describe('fontFaces', () => {
  test('gives a rule for each face, its file below the folder', () => {
    expect(fontFaces(fonts.slice(1, 3), '../fonts/').split('\n')).toEqual([
      '@font-face { font-family: "Body"; font-weight: 400; font-style: normal; src: url("../fonts/Body.ttf"); }',
      '@font-face { font-family: "Body"; font-weight: 700; font-style: italic; src: url("../fonts/Body_Bold_Italic.ttf"); }',
    ]);
  });

  test('says what a face is taken to reach', () => {
    const metrics = { ascent: 0.88, descent: 0.12 };
    expect(fontFaces([face('Kana', 'script', { metrics })], '/')).toContain(
      'src: url("/Kana.ttf"); ascent-override: 88%; descent-override: 12%; line-gap-override: 0%; }',
    );
  });

  test('is empty without fonts', () => {
    expect(fontFaces([], '/')).toBe('');
  });
});

describe('familyStack', () => {
  test('for headings has the faces of the text after those of their own', () => {
    const stack = familyStack([...fonts, face('Heads', 'heading')], 'heading', 'sans-serif');
    expect(stack).toBe('"Heads", "Body", "Math", "Symbols", sans-serif');
  });

  test.each([
    ['text', 'serif', '"Body", "Math", "Symbols", serif'],
    ['code', 'monospace', '"Code Face", "Math", "Symbols", monospace'],
    ['math', 'math', '"Math", "Symbols", math'],
    ['heading', 'serif', '"Body", "Math", "Symbols", serif'],
  ] as const)(
    'for %s begins with its own faces and ends with those for missing characters',
    (use, generic, stack) => {
      expect(familyStack(fonts, use, generic)).toBe(stack);
    },
  );

  test('is the generic family where there is no face', () => {
    expect(familyStack([], 'text', 'serif')).toBe('serif');
  });
});

describe('the face of a script', () => {
  const script = { script: 'Jpan', languages: ['ja', 'ja-Latn'] };
  const all = [...fonts, face('Kana', 'script', script), face('Kana', 'script', { ...script, weight: 700 })];

  test('leads in each of its languages', () => {
    expect(leadingFamilies(all)).toEqual([
      { family: 'Kana', selector: ':lang(ja)' },
      { family: 'Kana', selector: ':lang(ja-Latn)' },
    ]);
    expect(familyStack(all, 'text', 'serif', 'Kana')).toBe('"Kana", "Body", "Math", "Symbols", serif');
  });

  test('steps in elsewhere, before those for missing characters', () => {
    expect(familyStack(all, 'text', 'serif')).toBe('"Body", "Math", "Kana", "Symbols", serif');
  });

  test('leads in print by rules no more specific than those of the author', () => {
    const css = familyProperties(all);
    expect(css).toContain(':where([lang]):lang(ja) {\n  --text-family: "Kana", "Body"');
    expect(css.indexOf('[lang] {')).toBeLessThan(css.indexOf(':root {'));
    expect(familyProperties(fonts)).not.toContain('lang');
  });

  test('has behind the families of every use those that a stylesheet names', () => {
    const css = familyProperties(fonts, ['Mine']);
    for (const generic of ['serif', 'monospace', 'math']) expect(css).toContain(`"Mine", ${generic};`);
  });
});
