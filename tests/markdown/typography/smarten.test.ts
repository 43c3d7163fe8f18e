import { describe, expect, it } from 'vitest';
import type { PunctuationSpaces } from '../../../src/book/metadata.ts';
import { punctuationRules } from '../../../src/language/punctuation.ts';
import { needsSmartening, smarten } from '../../../src/markdown/typography/smarten.ts';

function rulesOf(language: string, spaces: PunctuationSpaces = 'language') {
  return punctuationRules({ language, spaces });
}

function smart(text: string, language = 'en', spaces: PunctuationSpaces = 'language'): string {
  return smarten([{ text, rules: rulesOf(language, spaces), fixed: false }]).join('');
}

describe('smarten', () => {
  it.each([
    ['"Hello," she said.', '“Hello,” she said.'],
    [`"'Twas the dog's, 'twas the dogs'," he said.`, '“’Twas the dog’s, ’twas the dogs’,” he said.'],
    [`"He said 'no' and 'yes'."`, '“He said ‘no’ and ‘yes’.”'],
    [`"'No,' he said."`, '“‘No,’ he said.”'],
    [`"He said 'no.'"`, '“He said ‘no.’”'],
    ["the '90s and rock 'n' roll", 'the ’90s and rock ’n’ roll'],
    ['("so")', '(“so”)'],
    ['"Wait--" he began', '“Wait–” he began'],
    ['"Wait---", he began', '“Wait—”, he began'],
    ['pages 3--5, no---never', 'pages 3–5, no—never'],
    ['--So he said', '–So he said'],
    ['pass --strict here', 'pass --strict here'],
    ['Well... yes....', 'Well… yes….'],
    ['a ----- b .......', 'a ----- b .......'],
    [`He was 6'2" tall.`, 'He was 6′2″ tall.'],
    [`a plank of 5' 10½" and a 12" pipe`, 'a plank of 5′ 10½″ and a 12″ pipe'],
    [`6' deep, 3.5" wide`, '6′ deep, 3.5″ wide'],
    [`40° 26' 46" N, 79°58'56.2" W`, '40° 26′ 46″ N, 79°58′56.2″ W'],
    [`"He is 6'2", no more," she said.`, '“He is 6′2″, no more,” she said.'],
    [`"It happened in 1984" he said.`, '“It happened in 1984” he said.'],
    [`aboard "Apollo 11" and 'Apollo 13'`, 'aboard “Apollo 11” and ‘Apollo 13’'],
    [`'the class of '86' and the '90s`, '‘the class of ’86’ and the ’90s'],
    [`"At 10:30," "page 5"`, '“At 10:30,” “page 5”'],
    [`until 1984" he went on`, 'until 1984” he went on'],
    ['“Typed” as ‘it’ should’ve been — done…', '“Typed” as ‘it’ should’ve been — done…'],
  ])('%s', (typed, set) => {
    expect(smart(typed)).toBe(set);
  });

  it.each([
    ['de', `Ein 5" langes Rohr auf "Seite 5"`, 'Ein 5″ langes Rohr auf „Seite 5“'],
    ['fr', `L'an 2000, 48° 51' 24"`, 'L’an 2000, 48° 51′ 24″'],
    ['sv', `"Volvo 240" och 17"`, '”Volvo 240” och 17″'],
    ['de', `"Er sagte 'ja'", so's`, '„Er sagte ‚ja‘“, so’s'],
    ['de-CH', `"Ja 'ja'"`, '«Ja ‹ja›»'],
    ['fr', `"L'homme" ? Non : rien`, '«\u202fL’homme\u202f»\u202f? Non\u00a0: rien'],
    ['fr', `L'"appel" ?`, 'L’«\u202fappel\u202f»\u202f?'],
    ['it', `l'"uomo" e l'"arte"`, 'l’«uomo» e l’«arte»'],
    ['es', '"Sí"', '«Sí»'],
    ['it', `"L'uomo"`, '«L’uomo»'],
    ['pl', '"Tak"', '„Tak”'],
    ['uk', `"Так" і м'яч`, '«Так» і м’яч'],
    ['ru', '"Да"', '«Да»'],
    ['cs', '"Ano"', '„Ano“'],
    ['sv', '"Ja"', '”Ja”'],
    ['da', '"Ja"', '»Ja«'],
    ['nl', `"'t Is waar"`, '“’t Is waar”'],
    ['hu', '"Igen"', '„Igen”'],
    ['xx', '"?"', '“?”'],
  ])('sets %s', (language, typed, set) => {
    expect(smart(typed, language)).toBe(set);
  });

  it.each([
    [
      '«Répétez!» dit-il; puis: non? Voilà!',
      '«\u202fRépétez\u202f!\u202f» dit-il\u202f; puis\u00a0: non\u202f? Voilà\u202f!',
    ],
    ['Quoi?! Hein!!! Non…?', 'Quoi\u202f?! Hein\u202f!!! Non…\u202f?'],
    ['(Oui!) — «Ah?»; fin', '(Oui\u202f!) — «\u202fAh\u202f?\u202f»\u202f; fin'],
    ['"Oui!" dit-elle', '«\u202fOui\u202f!\u202f» dit-elle'],
    ['à 10:30, (!) et [?], x!important', 'à 10:30, (!) et [?], x!important'],
    ['http://exemple.fr/?a=1;b=2 et x!=y', 'http://exemple.fr/?a=1;b=2 et x!=y'],
    ['&amp; &eacute; :sourire: là', '&amp; &eacute; :sourire: là'],
    ['déjà\u00a0! ou\u202f; ou\u2009?', 'déjà\u00a0! ou\u202f; ou\u2009?'],
  ])('adds the spaces of French: %s', (typed, set) => {
    expect(smart(typed, 'fr')).toBe(set);
  });

  it.each([
    ['fr-BE', 'Oui\u202f; «\u202fnon\u202f»\u00a0: quoi\u202f?'],
    ['fr-CA', 'Oui; «\u00a0non\u00a0»\u00a0: quoi?'],
    ['fr-CH', 'Oui\u202f; «non»\u202f: quoi\u202f?'],
    ['it', 'Oui; «non»: quoi?'],
  ])('adds those of %s', (language, set) => {
    expect(smart('Oui; «non»: quoi?', language)).toBe(set);
  });

  it('adds none where the book has those typed alone', () => {
    expect(smart('«Non!» Si ? « Là »: oui', 'fr', 'typed')).toBe('«Non!» Si\u202f? «\u202fLà\u202f»: oui');
  });

  it('adds spaces between stretches', () => {
    const [french, english] = [rulesOf('fr'), rulesOf('en')];
    const stretches = [
      { text: 'Il dit «', rules: french, fixed: false },
      { text: 'Stop!', rules: english, fixed: false },
      { text: '»; puis ', rules: french, fixed: false },
      { text: 'x', rules: french, fixed: true },
      { text: '! Yahoo!', rules: french, fixed: false },
      { text: 'fr', rules: french, fixed: false },
    ];
    expect(smarten(stretches)).toEqual([
      'Il dit «\u202f',
      'Stop!',
      '\u202f»\u202f; puis ',
      'x',
      '\u202f! Yahoo!',
      'fr',
    ]);
  });

  it('reads quotes across stretches, and leaves fixed ones alone', () => {
    const rules = rulesOf('en');
    const stretches = ['"', `it's`, '" or "', '"x"', '"'].map((text, index) => ({
      text,
      rules,
      fixed: index === 3,
    }));
    expect(smarten(stretches)).toEqual(['“', 'it’s', '” or “', '"x"', '”']);
  });

  it('says beforehand whether there is anything to do', () => {
    const rules = rulesOf('en');
    expect(needsSmartening('Nothing — “here”… at-all.', rules)).toBe(false);
    expect(needsSmartening("it's", rules)).toBe(true);
    expect(needsSmartening('Quoi ?', rules)).toBe(false);
    expect(needsSmartening('Quoi ?', rulesOf('fr'))).toBe(true);
  });
});
