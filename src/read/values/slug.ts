/** Letters that Unicode does not decompose into ASCII and marks. */
const latin: Readonly<Record<string, string>> = {
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
};

/** After the Ukrainian and Russian passport tables, without their special cases. */
const cyrillic: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'g',
  д: 'd',
  ђ: 'dj',
  е: 'e',
  ё: 'yo',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'y',
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
};

/** Where Russian and its neighbours read a letter differently from Ukrainian. */
const notUkrainian: Readonly<Record<string, string>> = { г: 'g', и: 'i' };

/** ISO 843, type 2, letter by letter. */
const greek: Readonly<Record<string, string>> = {
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
};

const longest = 60;

/**
 * An ASCII stem for file names: lower case, words joined by hyphens, at most 60 characters.
 *
 * @param title the title of the book
 * @param language its BCP 47 tag, which decides how Cyrillic reads
 * @returns the stem, or `book` where nothing of the title can be spelled in ASCII
 */
export function slugOf(title: string, language = 'en'): string {
  const letters = { ...latin, ...greek, ...cyrillic, ...(/^uk\b/.test(language) ? {} : notUkrainian) };
  const spell = (text: string): string => text.replace(/\P{ASCII}/gu, (letter) => letters[letter] ?? letter);
  const ascii = spell(spell(title.toLowerCase().normalize('NFC')).normalize('NFKD').replace(/\p{M}/gu, ''));
  const words = ascii
    .replace(/['’ʼ‘]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = (words[0] ?? 'book').slice(0, longest);
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > longest) break;
    slug += `-${word}`;
  }
  return slug;
}
