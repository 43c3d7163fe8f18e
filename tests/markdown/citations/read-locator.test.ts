import { describe, expect, it } from 'vitest';
import { readLocator } from '../../../src/markdown/citations/read-locator.ts';

describe('readLocator', () => {
  it.each([
    [', p. 12', 'page', '12', ''],
    [', pp. 33–35, 38', 'page', '33–35, 38', ''],
    [' 33', 'page', '33', ''],
    [', pp. 3--7 and passim', 'page', '3–7', ' and passim'],
    [', 12-14, and more', 'page', '12-14', ', and more'],
    [', chap. 3, *passim*', 'chapter', '3', ', *passim*'],
    [', S. 12 f.', 'page', '12 f.', ''],
    [', S. 12f.', 'page', '12f.', ''],
    [', S. 12ff., und mehr', 'page', '12ff.', ', und mehr'],
    [', S. 12a.', 'page', '12a', '.'],
    [', Kap. 4', 'chapter', '4', ''],
    [', Bd. 2', 'volume', '2', ''],
    [', стр. 12–14', 'page', '12–14', ''],
    [', § 5', 'section-sign', '5', ''],
    [', sect. 5', 'section', '5', ''],
    [', t. 2', 'tome', '2', ''],
    [', §§ 5–6', 'section-sign', '5–6', ''],
    [', n. 7', 'note', '7', ''],
    [', pp. iv, vi–xi', 'page', 'iv, vi–xi', ''],
    [', {p. B 12}', 'page', 'B 12', ''],
    ['{ii, A, D-Z}, with a suffix', 'page', 'ii, A, D-Z', ', with a suffix'],
    [', liv. 2', 'book', '2', ''],
    [', paragr. 9', 'paragraph', '9', ''],
    [', n° 5', 'number', '5', ''],
    [', nᵒ 5', 'number', '5', ''],
    [', fol. 12r', 'folio', '12r', ''],
    [', s.v. whale', 'sub-verbo', 'whale', ''],
  ])('reads %s', (typed, label, locator, suffix) => {
    expect(readLocator(typed)).toEqual({ label, locator, suffix });
  });

  it.each([[', and more'], [' sic'], [', introduction'], [', vivid prose'], [', 1980s prices']])(
    'finds none in %s',
    (typed) => {
      expect(readLocator(typed)).toEqual({ suffix: typed });
    },
  );

  it('leaves a place with a name of its own in braces as it is', () => {
    expect(readLocator(', {plate B 12} and more')).toEqual({ suffix: ', plate B 12 and more' });
    expect(readLocator(', {12a, bis}')).toEqual({ label: 'page', locator: '12a, bis', suffix: '' });
  });

  it('takes empty braces for none', () => {
    expect(readLocator(', {}1999 was a good year')).toEqual({ suffix: '1999 was a good year' });
  });
});
