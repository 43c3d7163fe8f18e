import { describe, expect, it } from 'vitest';
import { markedText } from '../../../src/markdown/metadata/marked-text.ts';

const english = { language: 'en', spaces: 'language' } as const;

function plain(source: string, language = 'en', use: 'name' | 'running' = 'name'): string {
  return markedText(source, { language, spaces: 'language' }, use).plain;
}

describe('markedText', () => {
  it.each([
    ['en', `The Captain's Daughter`, 'The Captain’s Daughter'],
    ['en', 'A "True" Story -- Retold', 'A “True” Story – Retold'],
    ['de', '"Faust" -- der Tragödie', '„Faust“ – der Tragödie'],
    ['fr', `L'été : qui va là ?`, 'L’été\u00a0: qui va là\u202f?'],
    ['ar', 'حكاية "البحر"', 'حكاية “البحر”'],
  ])('sets the punctuation of %s: %s', (language, typed, set) => {
    expect(plain(typed, language)).toBe(set);
  });

  it('reads emphasis and code, and leaves their signs out of the plain text', () => {
    const { plain: words, tree } = markedText(`The *Pequod*'s __"last"__ \`ls\``, english, 'name');
    expect(words).toBe('The Pequod’s “last” ls');
    expect(tree?.children.map(({ type }) => type)).toEqual([
      'text',
      'emphasis',
      'text',
      'strong',
      'text',
      'inlineCode',
    ]);
  });

  it.each(['M*A*S*H', 'C* Algebras', '2 * 3 * 4', 'snake_case_names', '# 1. [a](b) <i>', '1984. A', '- x'])(
    'takes nothing for markup in %s',
    (title) => {
      expect(markedText(title, english, 'name')).toEqual({ plain: title });
    },
  );

  it('takes a sign escaped with a backslash as it is', () => {
    expect(markedText(String.raw`\*Notes\*`, english, 'name')).toEqual({ plain: '*Notes*' });
  });

  it('leaves addresses as typed', () => {
    const address = 'https://example.org/a--b_c_/*d*';
    expect(plain(`"See" ${address} -- and it's@example.org.`)).toBe(
      `“See” ${address} – and it’s@example.org.`,
    );
  });

  it('keeps paragraphs and lines', () => {
    expect(plain('One *two\nthree*.\n\n"Four."', 'en', 'running')).toBe('One two\nthree.\n\n“Four.”');
  });

  it('binds words in running text alone', () => {
    expect(plain('J. R. Doe', 'en', 'running')).toBe('J.\u00a0R.\u00a0Doe');
    expect(plain('J. R. Doe', 'en', 'name')).toBe('J. R. Doe');
  });

  it.each([
    ['more signs than anyone means', `${'*a **a '.repeat(5000)}b${' a** a*'.repeat(5000)}`],
    ['emphasis within emphasis without an end', `${'*a **a '.repeat(100)}b${' a** a*'.repeat(100)}`],
  ])('takes a text with %s as it is typed', (_, typed) => {
    const { plain: words, tree } = markedText(typed, english, 'name');
    expect(words).toBe(typed);
    expect(tree).toBeUndefined();
  });
});
