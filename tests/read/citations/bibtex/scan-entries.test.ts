import { expect, it } from 'vitest';
import { scanEntries } from '../../../../src/read/citations/bibtex/scan-entries.ts';

it('finds entries whatever stands in and around them', () => {
  const text = [
    'Words of an author@example.org',
    '% @book{commented, title={x}}',
    '@comment{ignored @book{x, title={no}}}',
    '@string{cup = "Cambridge"}',
    '@Book{one, title = {A {B}aced @ title}, note = "\\}"}',
    '@article(two, title = {Parentheses (too)})',
    '@online{ three , url={http://a.org/@b}}',
  ].join('\n');
  const { entries, faults } = scanEntries(text);
  expect(entries.map(({ type, key }) => `${type} ${key}`)).toEqual([
    'string ',
    'book one',
    'article two',
    'online three',
  ]);
  expect(entries.map(({ start, end }) => text.slice(start, end))[2]).toBe(
    '@article(two, title = {Parentheses (too)})',
  );
  expect(faults).toEqual([]);
});

it('goes on behind an entry that never closes', () => {
  const { entries, faults } = scanEntries(
    '@book{open,\n title={a\n\n@book{next,\n title={b}}\n@misc{,title={c}}',
  );
  expect(entries.map(({ key }) => key)).toEqual(['next']);
  expect(faults.map(({ reason, start }) => `${start} ${reason}`)).toEqual([
    '0 The braces of "open" never close',
    '47 The entry @misc has no key',
  ]);
});
