import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import type { IndexEntry } from '../../../src/matter/index/index-entries.ts';
import { byLetter, inOrder } from '../../../src/matter/index/index-order.ts';

function entry(term: string, sort?: string): IndexEntry {
  return {
    path: [term],
    term,
    locators: [],
    see: [],
    also: [],
    children: new Map(),
    file: new VFile({ path: 'one.md' }),
    ...(sort !== undefined && { sort }),
  };
}

/** The groups of some terms, `term=sort key`, as `letter: terms`. */
function groups(language: string, ...terms: string[]): string[] {
  const entries = terms.map((each) => entry(...(each.split('=') as [string, string?])));
  return byLetter(inOrder(entries, language), language).map(
    ({ letter, entries: all }) => `${letter}: ${all.map(({ term }) => term).join(', ')}`,
  );
}

describe('the order of an index', () => {
  it('is that of the language', () => {
    expect(groups('de', 'Zebra', 'Ähre', 'Abend', 'Affe')).toEqual(['A: Abend, Affe, Ähre', 'Z: Zebra']);
    expect(groups('sv', 'Zebra', 'Ärla', 'Abborre', 'Ål')).toEqual([
      'A: Abborre',
      'Z: Zebra',
      'Å: Ål',
      'Ä: Ärla',
    ]);
    expect(groups('cs', 'chléb', 'cesta', 'hora', 'čaj', 'ibis')).toEqual([
      'C: cesta',
      'Č: čaj',
      'H: hora',
      'Ch: chléb',
      'I: ibis',
    ]);
    expect(groups('uk', 'яр', 'Єгипет', 'Аляска')).toEqual(['А: Аляска', 'Є: Єгипет', 'Я: яр']);
  });

  it('puts numbers first, by their value, and does not count signs before a word', () => {
    expect(groups('en', '100 days', 'sea', '“Sail on”', '20 days', '*Samoa*')).toEqual([
      ': 20 days, 100 days',
      'S: “Sail on”, *Samoa*, sea',
    ]);
  });

  it('goes by the key an author gives', () => {
    expect(groups('en', 'The Hague=Hague', 'ham', 'St. Elmo=Saint Elmo')).toEqual([
      'H: The Hague, ham',
      'S: St. Elmo',
    ]);
  });

  it('does not depend on the order of the marks', () => {
    const terms = ['resume', 'résumé', 'Resume', 'RESUME'];
    const orders = [terms, terms.toReversed()].map((each) =>
      inOrder(
        each.map((one) => entry(one)),
        'en',
      ),
    );
    expect(orders[0]?.map(({ term }) => term)).toEqual(orders[1]?.map(({ term }) => term));
  });

  it('makes no letters of Chinese characters', () => {
    expect(groups('zh', '鲸', '海')).toEqual([': 海, 鲸']);
  });
});
