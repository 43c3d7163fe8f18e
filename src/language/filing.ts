import { primaryLanguage } from './tag.ts';
import { dictionary } from '../book/dictionary.ts';

/** Articles at the beginning of a title, by which nothing is filed; those with an apostrophe stand close to their word. */
const articles = dictionary<string>({
  ca: 'el la els les un una l’',
  da: 'en et den det de',
  de: 'der die das ein eine',
  el: 'ο η το οι τα ένας μια ένα',
  en: 'the a an',
  es: 'el la lo los las un una unos unas',
  fr: 'le la les un une l’',
  gl: 'o a os as un unha',
  hu: 'a az egy',
  it: 'il lo la i gli le un uno una l’ un’',
  nb: 'en et ei den det de',
  nl: 'de het een',
  nn: 'ein eit ei den det dei',
  no: 'en et ei den det de',
  pt: 'o a os as um uma uns umas',
  sv: 'en ett den det de',
});

/**
 * A title as it stands in an alphabetical list: "Crossing, The"; undefined where it stands as it is.
 *
 * @param title as it is printed
 * @param language BCP 47, of the title
 */
export function filedTitle(title: string, language: string): string | undefined {
  const known = articles[primaryLanguage(language)]?.split(' ') ?? [];
  const [, article, gap, rest] = /^(\p{L}+)([’' \u00a0])\s*(.+)$/su.exec(title) ?? [];
  if (article === undefined || gap === undefined || rest === undefined) return undefined;
  const elided = gap === '’' || gap === "'";
  if (!known.includes(`${article.toLowerCase()}${elided ? '’' : ''}`)) return undefined;
  return `${capital(rest, language)}, ${article}${elided ? '’' : ''}`;
}

function capital(text: string, language: string): string {
  const [first = ''] = text;
  return `${first.toLocaleUpperCase(primaryLanguage(language) || 'en')}${text.slice(first.length)}`;
}

/** Names in these languages begin with that of the family. */
const familyFirst: ReadonlySet<string> = new Set(['hu', 'ja', 'ko', 'vi', 'zh']);

/** With a capital letter, part of the name of the family: "Le Guin"; "van Gogh" is filed under G. */
const particles: ReadonlySet<string> = new Set('De Del Della Di Du El La Le Van Von'.split(' '));

/** What follows the name of the family and does not count. */
const suffix = /^(?:jr|sr|jun|sen|ii|iii|iv|phd|md)\.?$/i;

/**
 * The name of a person as it most likely stands in an alphabetical list: "Doe, Jane"; undefined where it stands as it
 * is, as one of a single word does, or where the family comes first.
 *
 * @param name as it is printed
 * @param language BCP 47, of the book
 */
export function filedName(name: string, language: string): string | undefined {
  const words = name.trim().split(/\s+/);
  if (words.length < 2 || name.includes(',')) return undefined;
  if (familyFirst.has(primaryLanguage(language)) || /[\p{scx=Han}\p{scx=Hangul}]/u.test(name))
    return undefined;
  const end = suffix.test(words.at(-1) ?? '') && words.length > 2 ? words.length - 1 : words.length;
  let start = end - 1;
  while (start > 1 && particles.has(words[start - 1] ?? '')) start -= 1;
  const [given, family, rest] = [words.slice(0, start), words.slice(start, end), words.slice(end)];
  return [family.join(' '), [...given, ...rest].join(' ')].join(', ');
}
