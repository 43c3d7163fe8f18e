import { describe, expect, test } from 'vitest';
import {
  addressOf,
  destinationName,
  linkedId,
  namedBy,
} from '../../../../src/emit/pdf/document/internal-links.ts';

describe('linkedId', () => {
  test.each([
    ['#one', 'one'],
    ['#gr%C3%B6%C3%9Fe', 'größe'],
    ['#größe', 'größe'],
    ['#100%', '100%'],
    ['https://example.org/#one', undefined],
    ['one.html', undefined],
    [undefined, undefined],
    [null, undefined],
  ])('%s → %s', (href, id) => {
    expect(linkedId(href)).toBe(id);
  });
});

describe('destinationName', () => {
  test('is the id itself where that is a plain name', () => {
    expect(destinationName('one---note_1.2-b')).toBe('one---note_1.2-b');
  });

  test('has nothing a PDF string would escape, and tells all ids apart', () => {
    const ids = ['größe', 'gr%C3%B6%C3%9Fe', 'a(b', 'a)b', 'a\\b', 'a b', "a'b", 'a*b', 'a~b', '𝒜', '注'];
    const names = ids.map(destinationName);
    expect(names.filter((name) => !/^[\w.%-]+$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(ids.length);
    expect(names.map(decodeURIComponent)).toEqual(ids);
  });
});

test('an address names the destination again, any other address none', () => {
  expect(namedBy(addressOf('größe'))).toBe(destinationName('größe'));
  for (const address of ['https://example.org/', 'mailto:colophon@example.org', '']) {
    expect(namedBy(address)).toBeUndefined();
  }
});
