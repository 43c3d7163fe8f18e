import { expect, it } from 'vitest';
import { guessedNames, sortName, sortTitle } from '../../src/emit/sort-names.ts';
import { makeMetadata } from '../builders/metadata.ts';

it('takes what book.yaml says before any guess', () => {
  const metadata = makeMetadata({ title: 'A Life', sortAs: 'A Life' });
  expect(sortTitle(metadata)).toBe('A Life');
  expect(sortName({ name: 'Jane Doe', sortAs: 'Jane Doe', role: 'aut' }, metadata)).toBe('Jane Doe');
});

it('tells of the names that are filed by guess, and of no others', () => {
  const contributors = [
    { name: 'Jane Doe', role: 'aut' },
    { name: 'Jane Doe', role: 'ill' },
    { name: 'Li Wei', sortAs: 'Li Wei', role: 'trl' },
    { name: 'Quay Press', role: 'edt', organization: true },
    // Who stands for an author, and is to be written over.
    { name: 'The Author', role: 'aut' },
  ];
  expect(guessedNames(makeMetadata({ contributors }))).toMatch(/by guess “Doe, Jane”: give/);
  expect(guessedNames(makeMetadata({ contributors: contributors.slice(2) }))).toBeUndefined();
});
