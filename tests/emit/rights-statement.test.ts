import { describe, expect, it } from 'vitest';
import { licenceOf } from '../../src/book/licence.ts';
import type { Copyright } from '../../src/book/metadata.ts';
import { rightsStatement, type RightsStatement } from '../../src/emit/rights-statement.ts';
import { makeMetadata } from '../builders/metadata.ts';
import { wordingOf } from '../../src/language/wording.ts';

function statementOf(rest: Partial<Copyright>, language = 'en'): RightsStatement {
  const { copyright } = makeMetadata();
  const metadata = makeMetadata({ language, copyright: { ...copyright, ...rest } });
  return rightsStatement(metadata, wordingOf(language));
}

describe('rightsStatement', () => {
  it('says nothing of a book that says nothing', () => {
    expect(statementOf({})).toEqual({ notices: [], terms: [] });
  });

  it('reserves all rights only where a notice stands alone', () => {
    expect(statementOf({ years: ['2024'], holders: ['A', 'B'] })).toEqual({
      notices: ['© 2024 A, B.'],
      terms: ['All rights reserved.'],
    });
    expect(statementOf({ years: ['2024'], statement: 'Copy it.' }).terms).toEqual(['Copy it.']);
  });

  it('names the parts in the language of the book, or in the words of the author', () => {
    const parts = [
      { of: 'translation', years: ['2020'], holders: ['C'] },
      { of: 'Vignetten', years: [], holders: ['D'] },
      { of: 'maps', years: [], holders: [] },
    ];
    expect(statementOf({ parts }, 'de').notices).toEqual(['Übersetzung: © 2020 C.', 'Vignetten: © D.']);
  });

  it('carries funding, terms of reuse and the reservation of mining', () => {
    const { terms } = statementOf(
      {
        funding: ['Funded by X'],
        reuse: {
          attribution: 'Name\n  the book',
          url: 'https://example.org/book',
          extract: { characters: 1500 },
          permission: 'Ask us!',
          contact: 'a@example.org',
        },
        mining: { reserved: true, policy: 'https://example.org/tdm' },
      },
      'de',
    );
    const text = terms.join(' ');
    for (const words of ['Funded by X.', 'Name the book.', 'https://example.org/book', '1.500', 'Ask us!']) {
      expect(text).toContain(words);
    }
    expect(text).toContain('a@example.org');
    // No full stop that would become part of the address.
    expect(text).toMatch(/https:\/\/example\.org\/tdm$/);
    expect(text).not.toMatch(/\.\.|undefined|\{|Alle Rechte/);
  });

  it('waives, marks as free, or licenses', () => {
    const url = 'https://creativecommons.org/x/';
    const license = (id: string) => statementOf({ license: licenceOf({ id, name: 'N', url }) }).terms.join();
    expect(license('CC0-1.0')).toContain('waived (N, https://creativecommons.org/x/)');
    expect(license('CC-PDM-1.0')).toContain('free of known copyright restrictions');
    expect(license('CC-BY-4.0')).toBe('This work is licensed under N (https://creativecommons.org/x/).');
  });
});
