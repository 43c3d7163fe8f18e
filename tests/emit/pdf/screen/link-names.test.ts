import type { Element, ElementContent } from 'hast';
import { expect, test } from 'vitest';
import { addressOf } from '../../../../src/emit/pdf/document/internal-links.ts';
import { linkNames, targetOf, type PrintLink } from '../../../../src/emit/pdf/screen/link-names.ts';
import { makeBook } from '../../../builders/book.ts';

const { labels } = makeBook({});
const pagination = {
  pages: ['i', 'ii', '1'].map((label) => ({ label, blank: false })),
  anchors: [
    { id: 'preface', page: 1, x: 0, y: 0 },
    { id: 'one', page: 2, x: 0, y: 0 },
  ],
  overflowing: [],
  starts: [],
  state: 'painted' as const,
};

function link(target: string, properties: Element['properties'], ...children: ElementContent[]): PrintLink {
  return { target, element: { type: 'element', tagName: 'a', properties, children } };
}

function namesOf(...links: PrintLink[]): Record<string, ReadonlyArray<string>> {
  return Object.fromEntries(linkNames(links, pagination, labels));
}

const text = (value: string): ElementContent => ({ type: 'text', value });
const span = (properties: Element['properties'], ...children: ElementContent[]): ElementContent => ({
  type: 'element',
  tagName: 'span',
  properties,
  children,
});

test('links are called by their text, without what only breaks words and lines', () => {
  expect(namesOf(link('one', {}, text('Uni\u00ADver\u00ADsity\n  and'), span({}, text(' more '))))).toEqual({
    one: ['University and more'],
  });
});

test('links are called by their label before their text, and by that of a picture', () => {
  expect(
    namesOf(link('one', { ariaLabel: 'Note 1' }, text('1')), link('two', {}, span({ alt: 'A ship' }))),
  ).toEqual({ one: ['Note 1'], two: ['A ship'] });
});

test('page numbers are those of the print', () => {
  expect(
    namesOf(
      link('one', {}, text('see page '), span({ dataPageOf: 'preface' })),
      link('mark', { dataMark: 'one' }, text('*')),
    ),
  ).toEqual({ one: ['see page ii'], mark: ['page 1'] });
});

test('the names of all links to a target are in the order of the book', () => {
  expect(namesOf(link('one', {}, text('a')), link('two', {}, text('b')), link('one', {}, text('c')))).toEqual(
    { one: ['a', 'c'], two: ['b'] },
  );
});

test('targets are names of destinations, or addresses as browsers write them', () => {
  expect(targetOf(addressOf('größe'))).toBe('gr%C3%B6%C3%9Fe');
  expect(targetOf('https://Example.org')).toBe('https://example.org/');
  expect(targetOf('mailto:a@example.org')).toBe('mailto:a@example.org');
  expect(targetOf('relative')).toBe('relative');
});

test('marks of notes that count anew on each page, and what leads back to them, are called by what they show', () => {
  const links = [
    { ...link('note-a', { ariaLabel: 'Note 12' }, text('12')), mark: 'mark-a' },
    link('mark-a', { ariaLabel: 'Back to note mark 12' }, text('12.')),
    { ...link('note-b', { ariaLabel: 'Note 1' }, text('1')), mark: 'mark-b' },
  ];
  const noteNumbers = [{ mark: 'mark-a', was: '12', is: '3' }];
  expect(Object.fromEntries(linkNames(links, { ...pagination, noteNumbers }, labels))).toEqual({
    'note-a': ['Note 3'],
    'mark-a': ['Back to note mark 3'],
    'note-b': ['Note 1'],
  });
});
