import { dictionary } from '../../book/dictionary.ts';

/** Words that hardly a page of a language does without, and that its neighbours have not or not as often. */
const words = dictionary<string>({
  en: 'the and of to is that it with for was this are not have',
  de: 'der die und das ist nicht ein eine mit auf für den von auch sich',
  fr: 'le les des est une dans pour que qui pas vous nous avec sur du',
  es: 'el los las una es que por para con del se como más no su',
  pt: 'o os as uma é que por para com não do da em se mais',
  it: 'il gli che è di una per con non del della sono nel come più',
  nl: 'de het een van is en niet dat met voor op zijn ook aan worden',
  pl: 'i w na nie się to jest że do z jak przez są dla',
  sv: 'och att det är som en på för med av inte den till ett',
  da: 'og at det er som en på for med af ikke den til et',
  cs: 'a se na je že to v s jako pro není které nebo jsou',
  tr: 've bir bu için ile da de olan olarak çok daha gibi değil',
  vi: 'và của là có cho không trong được các một này với người',
  id: 'dan yang di untuk dengan ini adalah dari pada tidak dalam itu',
});

/** Languages by the script that shows them, where one is likely enough. */
const scripts: ReadonlyArray<readonly [language: string, letters: RegExp]> = [
  ['ja', /[\p{sc=Hira}\p{sc=Kana}]/gu],
  ['ko', /\p{sc=Hang}/gu],
  ['zh', /\p{sc=Han}/gu],
  ['uk', /[іїєґ]/giu],
  ['ru', /\p{sc=Cyrl}/gu],
  ['el', /\p{sc=Grek}/gu],
  ['he', /\p{sc=Hebr}/gu],
  ['fa', /[پچژگی]/gu],
  ['ar', /\p{sc=Arab}/gu],
  ['hi', /\p{sc=Deva}/gu],
  ['th', /\p{sc=Thai}/gu],
];

/** So many of the words of a language a text must have. */
const fewest = 4;

/** As much of a text is looked at. */
const sample = 60_000;

/**
 * The language that a text is most likely written in, by its script and its commonest words: BCP 47.
 *
 * @param text code and markup in it do not matter much
 */
export function languageOfText(text: string): string {
  const plain = text.replace(/```[\s\S]*?```/g, ' ').slice(0, sample);
  const letters = plain.match(/\p{L}/gu)?.length ?? 0;
  const share = (pattern: RegExp): number => (plain.match(pattern)?.length ?? 0) / Math.max(1, letters);
  const [byScript] = scripts.find(([language, pattern]) => share(pattern) > (least[language] ?? 0.3)) ?? [];
  if (byScript === 'zh') return isTraditional(plain) ? 'zh-Hant' : 'zh-Hans';
  if (byScript !== undefined) return byScript;
  const counts = new Map<string, number>();
  for (const word of plain.toLowerCase().match(/\p{L}+/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  let best = 'en';
  let most = 0;
  for (const [language, list] of Object.entries(words)) {
    const found = list.split(' ').flatMap((word) => counts.get(word) ?? []);
    const score = found.reduce((sum, count) => sum + Math.min(count, 400), 0);
    // One short word may be of any language.
    if (found.length >= fewest && score > most) [best, most] = [language, score];
  }
  return best;
}

/** How much of the letters must be of a script; those that a language has beside another are fewer. */
const least = dictionary<number>({ ja: 0.1, uk: 0.02, fa: 0.06 });

/** Whether Chinese is written with the characters of old. */
function isTraditional(text: string): boolean {
  const old = text.match(/[這個們來對時會國說為過後開關點實現與]/g)?.length ?? 0;
  const simple = text.match(/[这个们来对时会国说为过后开关点实现与]/g)?.length ?? 0;
  return old > simple;
}
