import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  counterStyleOf,
  digitsOf,
  inDigits,
  inLatinDigits,
  numberingSystemOf,
} from '../../src/language/digits.ts';
import { scriptFaces } from '../../src/language/scripts.ts';

interface Stated {
  readonly zero: string;
  readonly script: string;
  readonly languages: string[];
}

const file = new URL('../../templates/numbering-systems.json', import.meta.url);
const systems = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Stated>);

describe('the numbering systems', () => {
  it.each(systems)('%s is as CLDR has it, and its script has a face', (code, { zero, script, languages }) => {
    expect(new Intl.NumberFormat(`en-u-nu-${code}`).format(0)).toBe(zero);
    expect(Object.keys(scriptFaces())).toContain(script);
    for (const language of Intl.NumberFormat.supportedLocalesOf(languages)) {
      expect([language, new Intl.NumberFormat(language).resolvedOptions().numberingSystem]).toEqual([
        language,
        code,
      ]);
    }
    expect(languages).toEqual(languages.toSorted());
  });
});

describe('numberingSystemOf', () => {
  it.each([
    ['fa', 'arabext'],
    ['fa-AF', 'arabext'],
    ['ps', 'arabext'],
    ['ckb', 'arab'],
    ['mr-IN', 'deva'],
    ['bn', 'beng'],
    ['my', 'mymr'],
    ['ar', 'latn'],
    ['ar-EG', 'arab'],
    ['ar-Arab-EG', 'arab'],
    ['ar-MA', 'latn'],
    ['ur', 'latn'],
    ['ur-IN', 'arabext'],
    ['pa', 'latn'],
    ['pa-PK', 'arabext'],
    ['hi', 'latn'],
    ['th', 'latn'],
    ['ja', 'latn'],
    ['nonsense-language', 'latn'],
    ['', 'latn'],
  ])('of %s is %s', (language, system) => {
    expect(numberingSystemOf(language)).toBe(system);
  });

  it('is not that of another script of the language', () => {
    expect(numberingSystemOf('mr-Latn')).toBe('latn');
    expect(numberingSystemOf('sd-Deva')).toBe('latn');
  });

  it('is what the extension of the tag says, if that is known', () => {
    expect(numberingSystemOf('fa-u-nu-latn')).toBe('latn');
    expect(numberingSystemOf('hi-u-nu-deva')).toBe('deva');
    expect(numberingSystemOf('ar-u-nu-arab')).toBe('arab');
    expect(numberingSystemOf('fa-u-nu-roman')).toBe('arabext');
  });
});

describe('digits', () => {
  it('are ten, or none where they are 0 to 9', () => {
    expect(digitsOf('fa')).toBe('۰۱۲۳۴۵۶۷۸۹');
    expect(digitsOf('my')).toBe('၀၁၂၃၄၅၆၇၈၉');
    expect([digitsOf('en'), counterStyleOf('en')]).toEqual([undefined, undefined]);
    expect(counterStyleOf('ne')).toBe('devanagari');
  });

  it('write numbers, alone and in texts', () => {
    expect(inDigits(1024, 'fa')).toBe('۱۰۲۴');
    expect(inDigits('A.3, 1851–1853', 'bn')).toBe('A.৩, ১৮৫১–১৮৫৩');
    expect(inDigits(1024, 'de')).toBe('1024');
  });

  it('are read back, those of every system', () => {
    for (const [code] of systems) {
      const shown = inDigits('0123456789', `en-u-nu-${code}`);
      expect(shown).not.toContain('0');
      expect(inLatinDigits(`a${shown}b`)).toBe('a0123456789b');
    }
    expect(inLatinDigits('نمونه')).toBe('نمونه');
  });
});
