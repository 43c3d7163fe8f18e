import type { RootContent } from 'hast';
import { sections, type Book, type Hast } from '../book/book.ts';
import type { Font } from '../book/theme.ts';
import { digitsOf } from '../language/digits.ts';
import { dictionary } from '../book/dictionary.ts';

/** What characters are set in, if not in the face of a script. */
export type Setting = Exclude<Font['use'], 'script' | 'emoji'>;

/** The characters of a book. */
export interface CharactersByUse {
  /** By what they are set in. */
  readonly open: Record<Setting, Set<string>>;
  /** Those of texts in which the face of a script leads, by language. */
  readonly led: ReadonlyMap<string, Set<string>>;
  /** Those of emoji that are made of several characters, as a keycap is, which only one face can join. */
  readonly joined: ReadonlySet<string>;
}

/** Elements set in the face for code, and those set in the face for mathematics. */
const usesByElement = dictionary<'code' | 'math'>({
  code: 'code',
  pre: 'code',
  kbd: 'code',
  samp: 'code',
  math: 'math',
});

/**
 * What formulas show besides their text: the root sign, which Chrome draws for `msqrt` and
 * `mroot`, and italics. Single letters of formulas are shown in mathematical italics, which are characters of
 * their own (MathML Core, 4.2): U+1D434 to U+1D467, with U+210E in the place of U+1D455, and
 * U+1D6E2 to U+1D71B.
 */
const formulaSigns = [
  0x221a,
  ...range(0x1d434, 0x1d454),
  0x210e,
  ...range(0x1d456, 0x1d467),
  ...range(0x1d6e2, 0x1d71b),
].reduce((signs, code) => signs + String.fromCodePoint(code), '');

/**
 * The characters of a book by what they are set in.
 *
 * @param extra characters of running text that stand in no section
 * @param ledBy the languages in which the face of a script leads
 */
export function charactersByUse(
  book: Book<Hast>,
  extra: string,
  ledBy: ReadonlySet<string>,
): CharactersByUse {
  const open: Record<Exclude<Setting, 'heading' | 'fallback'>, Characters> = {
    text: new Characters(),
    code: new Characters(),
    math: new Characters(),
  };
  const led = new Map([...ledBy].map((language) => [language, new Characters()]));
  const joined = new Set<string>();
  const main = book.metadata.language;
  const visit = (node: RootContent, use: keyof typeof open, language: string): void => {
    if (node.type === 'text') {
      ((use === 'text' ? led.get(language) : undefined) ?? open[use]).add(node.value);
      if (mayJoin.test(node.value)) for (const character of joinedEmoji(node.value)) joined.add(character);
    } else if (node.type === 'element') {
      const { lang, type } = node.properties;
      const own = typeof lang === 'string' ? lang : language;
      if (node.tagName === 'ol') {
        if (typeof type === 'string') open[use].add(letters);
        (led.get(own) ?? open[use]).add(digitsOf(own) ?? '');
      }
      const inner = usesByElement[node.tagName] ?? use;
      for (const child of node.children) visit(child, inner, own);
    }
  };
  (led.get(main) ?? open.text).add(extra);
  for (const { tree, title, untitled } of sections(book)) {
    for (const child of tree.children) visit(child, 'text', main);
    // At the head of the page figures are raised, and formulas read, in characters of their own.
    if (!untitled) open.text.add(title);
  }
  if (open.math.all.size > 0) open.math.add(formulaSigns);
  return {
    open: {
      // Themes set more than headings in these faces: heads of pages, captions, labels of boxes.
      heading: new Set(open.text.all),
      text: open.text.all,
      code: open.code.all,
      math: open.math.all,
      fallback: new Set(),
    },
    led: new Map([...led].map(([language, { all }]) => [language, all])),
    joined,
  };
}

/** The characters of texts, in the order in which they first stand there. */
class Characters {
  readonly all = new Set<string>();
  /** By their code units: a book has the same few again and again. */
  readonly #known = new Uint8Array(0xd800);

  add(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (this.#known[code] === 1) continue;
      const character = String.fromCodePoint(text.codePointAt(at) ?? code);
      this.all.add(character);
      this.#known[code] = 1;
      at += character.length - 1;
    }
  }
}

/** What items of a list are called, where they have letters. */
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** What joins emoji: the keycap, the zero-width joiner, letters of flags, tones of skin, tags. */
const mayJoin = /[\u20E3\u200D]|\p{Regional_Indicator}|\p{Emoji_Modifier}|[\u{E0020}-\u{E007F}]/u;

/** Emoji as Unicode lists them (UTS #51, 1.4.9), be they written without variation selectors. */
const emoji = new RegExp('\\p{RGI_Emoji}|[0-9#*]\\u{FE0F}?\\u{20E3}', 'gv');

function joinedEmoji(text: string): string[] {
  return [...text.matchAll(emoji)].flatMap(([sequence]) =>
    mayJoin.test(sequence) ? Array.from(sequence) : [],
  );
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
