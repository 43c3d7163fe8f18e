import { create, type Font as FontkitFont } from 'fontkit';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Book, Hast } from '../../src/book/book.ts';
import type { Font, Theme } from '../../src/book/theme.ts';
import { embeddedFonts, type EmbeddedFonts } from '../../src/emit/fonts.ts';
import { readTheme } from '../../src/read/templates/theme.ts';
import { makeBook } from '../builders/book.ts';
import { makeSection } from '../builders/hast-book.ts';

let theme: Theme;
beforeAll(async () => {
  theme = await readTheme('literary');
});

function bookOf(html: string): Book<Hast> {
  return makeBook({ body: [makeSection('one', html, { untitled: true })] });
}

function embed(html: string, extra = ''): Promise<EmbeddedFonts> {
  return embeddedFonts(bookOf(html), theme.fonts, extra);
}

function open(font: Font): FontkitFont {
  return create(Buffer.from(font.bytes)) as FontkitFont;
}

/** What the font has a character for; U+FFFF only ends its table. */
function characters(font: Font): string {
  return open(font)
    .characterSet.filter((code) => code !== 0xffff)
    .map((code) => String.fromCodePoint(code))
    .join('');
}

function facesOf({ fonts }: EmbeddedFonts, use: Font['use']): Font[] {
  return fonts.filter((font) => font.use === use);
}

describe('embeddedFonts', () => {
  test('cuts each text face down to the characters of the book, in both cases', async () => {
    const { fonts, missing } = await embed('<p>Abc, <i>ж</i></p>', '7');
    expect(fonts.map(({ file }) => file)).toEqual(
      theme.fonts.filter(({ use }) => use === 'text').map(({ file }) => file),
    );
    for (const font of fonts) expect(characters(font)).toBe(' ,7ABCabcЖж');
    expect(missing).toEqual(new Set());
  });

  test('gives faces what may be typed next, where that is wished for', async () => {
    const book = bookOf('<p>Abc → ж</p>');
    const { fonts, missing } = await embeddedFonts(book, theme.fonts, '', [], undefined, [], true);
    for (const face of facesOf({ fonts, missing }, 'text'))
      expect(characters(face)).toMatch(/0.*Z.*é.*œ.*Щ/u);
    for (const face of facesOf({ fonts, missing }, 'code')) expect(characters(face)).toMatch(/0.*Z.*é.*œ/u);
    // What stands in for other faces does so only where it must.
    const usual = await embeddedFonts(book, theme.fonts, '');
    const behind = ['math', 'fallback'] as const;
    for (const use of behind)
      expect(facesOf({ fonts, missing }, use).map(characters)).toEqual(facesOf(usual, use).map(characters));
    expect(missing).toEqual(usual.missing);
  });

  test('keeps what makes the faces good: small capitals, old-style figures, kerning', async () => {
    const { fonts } = await embed('<p>Whale 1851 AVA</p>');
    const [regular] = fonts;
    if (regular === undefined) throw new Error('no font');
    const { availableFeatures } = open(regular);
    expect(availableFeatures).toEqual(expect.arrayContaining(['smcp', 'onum', 'lnum', 'kern']));
    const capitals = open(regular)
      .layout('whale', ['smcp'])
      .glyphs.map(({ id }) => id);
    expect(capitals).not.toEqual(
      open(regular)
        .layout('whale')
        .glyphs.map(({ id }) => id),
    );
  });

  test('cuts to a fraction of the size, and the same each time', async () => {
    const html = '<p>Call me Ishmael.</p>';
    const [first, second] = [await embed(html), await embed(html)];
    first.fonts.forEach((font, index) => {
      const whole = theme.fonts.find(({ file }) => file === font.file);
      expect(font.bytes.length).toBeLessThan((whole?.bytes.length ?? 0) / 5);
      expect(Buffer.compare(Buffer.from(font.bytes), Buffer.from(second.fonts[index]?.bytes ?? []))).toBe(0);
    });
  });

  test('brings faces for code only to a book with code, with the characters of the code', async () => {
    expect(facesOf(await embed('<p>let x</p>'), 'code')).toEqual([]);
    for (const name of ['code', 'pre', 'kbd', 'samp']) {
      const faces = facesOf(await embed(`<p>prose</p><${name}>le<b>t</b></${name}>`), 'code');
      expect(faces).toHaveLength(3);
      for (const face of faces) expect(characters(face)).toBe('elt');
    }
  });

  test('brings a face for mathematics to a book with formulas, with the italics of their letters', async () => {
    const embedded = await embed('<p>A <math><mi>x</mi><mo>≤</mo><mn>2</mn></math></p>');
    const [face] = facesOf(embedded, 'math');
    if (face === undefined) throw new Error('no face for mathematics');
    const inFace = characters(face);
    for (const character of ['x', '≤', '2', '𝑥', '𝛼', 'ℎ']) expect(inFace).toContain(character);
    expect(inFace).not.toContain('∑');
    expect(embedded.missing).toEqual(new Set());
  });

  test('has no face for mathematics without formulas or characters only it has', async () => {
    expect(facesOf(await embed('<p>2 ≤ 3 − 1</p>'), 'math')).toEqual([]);
    const [face] = facesOf(await embed('<p>ℵ and ⊢</p>'), 'math');
    expect(face && characters(face)).toContain('⊢');
  });

  test('takes from the fallback faces what no other face has', async () => {
    const embedded = await embed('<p>Ω שלום سلام ☃</p>');
    const fallbacks = facesOf(embedded, 'fallback').map(({ family }) => family);
    expect(fallbacks).toEqual(expect.arrayContaining(['Noto Serif Hebrew', 'Amiri', 'Noto Sans Symbols 2']));
    expect(facesOf(embedded, 'fallback').map(characters).join('')).not.toContain('Ω');
    expect(embedded.missing).toEqual(new Set());
  });

  test('leaves the letters of running text to faces that can join them', async () => {
    const { fonts } = await embed('<p>سلام <math><mi>x</mi></math></p>');
    const withLetters = fonts.filter((font) => characters(font).includes('س'));
    expect(withLetters.map(({ family }) => family)).toEqual(['Amiri']);
  });

  // Prose is never set in the face for code, nor code or formulas in that for prose.
  test.each([
    ['prose', '<p>A ─ line</p><pre><code>─</code></pre>', '─', 'math'],
    ['code', '<p>ἀρχή</p><pre><code>ἀρχή</code></pre>', 'ἀ', 'fallback'],
    ['formulas', '<p>ґ</p><math><mtext>ґ</mtext></math>', 'ґ', 'fallback'],
  ] as const)(
    'finds a face for a character of %s that another face sets elsewhere',
    async (_, html, character, use) => {
      const embedded = await embed(html);
      expect(facesOf(embedded, use).map(characters).join('')).toContain(character);
      expect(embedded.missing).toEqual(new Set());
    },
  );

  test('brings no face for a character that cannot be seen', async () => {
    const { fonts } = await embed('<p>a\u2060\u200B\u200D\uFE0F\u00ADb</p>');
    expect(new Set(fonts.map(({ use }) => use))).toEqual(new Set(['text']));
  });

  test('names the characters no font has', async () => {
    const { missing } = await embed('<p>中文 <code>漢</code> <math><mtext>字</mtext></math></p>');
    expect(missing).toEqual(new Set(['中', '文', '漢', '字']));
  });

  test('never misses what cannot be seen', async () => {
    const invisible = '\u0009\u000A\u00A0\u00AD\u200B\u200D\u2009\u202F\u2060\u3000\uFE0E\uFEFF';
    expect((await embed(`<p>a${invisible}b</p>`)).missing).toEqual(new Set());
  });

  test('misses nothing that a font of the author has', async () => {
    const naskh = theme.fonts.find(({ family }) => family === 'Amiri');
    const others = theme.fonts.filter((font) => font !== naskh);
    const book = bookOf('<p>سلام 中</p>');
    expect((await embeddedFonts(book, others, '')).missing).toEqual(new Set('سلام中'));
    const own = [naskh?.bytes ?? new Uint8Array()];
    expect((await embeddedFonts(book, others, '', own)).missing).toEqual(new Set(['中']));
  });

  test('counts what is generated among the characters of the text', async () => {
    const { fonts, missing } = await embed('<p>a</p>', 'z中');
    expect(characters(fonts[0] as Font)).toBe('AZaz');
    expect(missing).toEqual(new Set(['中']));
  });

  test('brings faces for headings with the characters of the text, where a theme has them', async () => {
    const modern = await readTheme('modern');
    const embedded = await embeddedFonts(bookOf('<p>Abc</p><code>x</code>'), modern.fonts, '');
    expect(facesOf(embedded, 'heading').length).toBe(4);
    for (const font of facesOf(embedded, 'heading')) expect(characters(font)).toBe('ABCabc');
    expect(embedded.missing).toEqual(new Set());
  });

  test('misses what only the faces for headings have, since running text is not set in them', async () => {
    const modern = await readTheme('modern');
    const alone = modern.fonts.filter(({ use }) => use === 'text' || use === 'heading');
    expect((await embeddedFonts(bookOf('<p>aꝏ</p>'), alone, '')).missing).toEqual(new Set(['ꝏ']));
  });

  test('leaves text in which the face of a script leads to that face, but for Latin letters', async () => {
    const scripts = theme.fonts
      .filter(({ family }) => family === 'Noto Serif Hebrew')
      .map((font): Font => ({ ...font, use: 'script', script: 'Hebr', languages: ['he'] }));
    const others = theme.fonts.filter(({ family }) => family !== 'Noto Serif Hebrew');
    const book = bookOf('<p>Quoted: ש, “<i lang="he">שלום, “Ab” 12.</i></p>');
    const { fonts, missing } = await embeddedFonts(book, [...others, ...scripts], '7');
    const face = fonts.find(({ use }) => use === 'script');
    expect(new Set(face && characters(face))).toEqual(new Set(' ,“”12.שלום'));
    const text = fonts.find(({ use }) => use === 'text');
    expect(text && characters(text)).not.toMatch(/[12\u05D0-\u05EA]/);
    expect(text && characters(text)).toMatch(/7.*A.*b.*“/);
    expect(missing).toEqual(new Set());
  });

  test('brings the face of emoji for those that no other face has, and what joins them', async () => {
    const embedded = await embed('<p>1 ✅ 3\uFE0F\u20E3 \u{1F1E9}\u{1F1EA}</p>');
    const [face] = facesOf(embedded, 'emoji');
    expect(new Set(face && characters(face))).toEqual(new Set('✅3\uFE0F\u20E3\u{1F1E9}\u{1F1EA}'));
    expect(embedded.missing).toEqual(new Set());
    expect(facesOf(await embed('<p>1 ☃ ©</p>'), 'emoji')).toEqual([]);
  });

  test('brings the parts that shapers take characters of a script apart into', async () => {
    const scripts = theme.fonts
      .filter(({ family }) => family === 'Amiri')
      .map((font): Font => ({ ...font, use: 'script', script: 'Arab', languages: ['fa'] }));
    const { fonts } = await embeddedFonts(bookOf('<p lang="fa">أ</p>'), [...theme.fonts, ...scripts], '');
    const face = fonts.find(({ use }) => use === 'script');
    expect(new Set(face && characters(face))).toEqual(new Set('أ\u0627\u0654'));
  });

  test('gives all characters to a family that a stylesheet names, whatever is set in it', async () => {
    const book = bookOf('<p>Abc ж</p><code>ἀ</code>');
    const named = ['Source Code Pro', 'Source Sans 3'];
    const embedded = await embeddedFonts(book, theme.fonts, '', [], undefined, named);
    for (const family of named) {
      const faces = embedded.fonts.filter((font) => font.family === family);
      expect(faces.length).toBeGreaterThan(0);
      for (const face of faces) expect(characters(face)).toContain('A');
    }
  });

  test('misses in no text what a named family has, since it stands behind the faces of every use', async () => {
    const book = bookOf('<p>A</p><code>ἀ</code>');
    const few = theme.fonts.filter(({ use }) => use === 'text' || use === 'code');
    expect((await embeddedFonts(book, few, '')).missing).toEqual(new Set(['ἀ']));
    expect((await embeddedFonts(book, few, '', [], undefined, ['EB Garamond'])).missing).toEqual(new Set());
  });
});
