import { describe, expect, it } from 'vitest';
import { punctuationRules } from '../../../src/language/punctuation.ts';
import { needsSmartening, smarten } from '../../../src/markdown/typography/smarten.ts';

function smart(text: string, language = 'en'): string {
  return smarten([{ text, rules: punctuationRules(language), fixed: false }]).join('');
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
    ['“Typed” as ‘it’ should’ve been — done…', '“Typed” as ‘it’ should’ve been — done…'],
  ])('%s', (typed, set) => {
    expect(smart(typed)).toBe(set);
  });

  it.each([
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

  it('reads quotes across stretches, and leaves fixed ones alone', () => {
    const rules = punctuationRules('en');
    const stretches = ['"', `it's`, '" or "', '"x"', '"'].map((text, index) => ({
      text,
      rules,
      fixed: index === 3,
    }));
    expect(smarten(stretches)).toEqual(['“', 'it’s', '” or “', '"x"', '”']);
  });

  it('says beforehand whether there is anything to do', () => {
    const rules = punctuationRules('en');
    expect(needsSmartening('Nothing — “here”… at-all.', rules)).toBe(false);
    expect(needsSmartening("it's", rules)).toBe(true);
    expect(needsSmartening('Quoi ?', rules)).toBe(false);
    expect(needsSmartening('Quoi ?', punctuationRules('fr'))).toBe(true);
  });
});
