import { canonicalTag } from '../../../language/tag.ts';
import { dictionary } from '../../../book/dictionary.ts';

/** Tags of languages by the names that babel, polyglossia and biblatex give them. */
const names = dictionary<string>({
  american: 'en-US',
  usenglish: 'en-US',
  british: 'en-GB',
  ukenglish: 'en-GB',
  english: 'en',
  german: 'de',
  ngerman: 'de',
  austrian: 'de-AT',
  naustrian: 'de-AT',
  swissgerman: 'de-CH',
  nswissgerman: 'de-CH',
  french: 'fr',
  francais: 'fr',
  canadien: 'fr-CA',
  spanish: 'es',
  italian: 'it',
  dutch: 'nl',
  portuguese: 'pt',
  portuges: 'pt',
  brazilian: 'pt-BR',
  brazil: 'pt-BR',
  catalan: 'ca',
  russian: 'ru',
  ukrainian: 'uk',
  polish: 'pl',
  czech: 'cs',
  slovak: 'sk',
  slovene: 'sl',
  croatian: 'hr',
  serbian: 'sr',
  bulgarian: 'bg',
  hungarian: 'hu',
  magyar: 'hu',
  romanian: 'ro',
  swedish: 'sv',
  danish: 'da',
  norsk: 'nb',
  norwegian: 'nb',
  nynorsk: 'nn',
  finnish: 'fi',
  estonian: 'et',
  latvian: 'lv',
  lithuanian: 'lt',
  greek: 'el',
  latin: 'la',
  turkish: 'tr',
  arabic: 'ar',
  hebrew: 'he',
  persian: 'fa',
  japanese: 'ja',
  chinese: 'zh',
  korean: 'ko',
});

/** The tag of a language however a .bib file calls it (BCP 47); nothing where it is unknown. */
export function babelLanguage(written: string): string | undefined {
  const name = written.trim().replace(/^lang/i, '');
  return names[name.toLowerCase()] ?? canonicalTag(name);
}
