import { knowledgeOf } from './knowledge.ts';
import { dictionary } from '../book/dictionary.ts';

/** Letters that Unicode does not decompose into ASCII and marks. */
const latin = dictionary<string>({
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'ng',
});

/** After the Ukrainian and Russian passport tables, without their special cases. */
const cyrillic = dictionary<string>({
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  ђ: 'dj',
  е: 'e',
  ё: 'yo',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'i',
  й: 'i',
  ј: 'j',
  к: 'k',
  л: 'l',
  љ: 'lj',
  м: 'm',
  н: 'n',
  њ: 'nj',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ћ: 'c',
  у: 'u',
  ў: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  џ: 'dz',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
});

/** ISO 843, type 2, letter by letter. */
const greek = dictionary<string>({
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
});

const everywhere = dictionary<string>({ ...latin, ...greek, ...cyrillic });

/**
 * The text with the letters of Latin spelled in ASCII that Unicode does not decompose: ß, ø, ł.
 *
 * @param text in lower case
 */
export function spellLatin(text: string): string {
  return spell(text, latin);
}

/**
 * The text in ASCII as far as Latin, Greek and Cyrillic letters go, without their marks.
 *
 * @param text in lower case
 * @param language BCP 47, which decides how some letters read
 */
export function spellInAscii(text: string, language: string): string {
  const letters = { ...everywhere, ...knowledgeOf(language, 'ascii') };
  const plain = spell(text.normalize('NFC'), letters).normalize('NFKD').replace(/\p{M}/gu, '');
  // Marked letters of Greek and Cyrillic are only known without their marks.
  return spell(plain, letters);
}

function spell(text: string, letters: Readonly<Record<string, string>>): string {
  return text.replace(/\P{ASCII}/gu, (letter) => letters[letter] ?? letter);
}
