import { expect, it } from 'vitest';
import { readCitation } from '../../../src/markdown/citations/read-citation.ts';

it.each([
  ['[@doe]', false, [{ key: 'doe' }]],
  ['[see @doe, p. 3]', false, [{ key: 'doe', prefix: 'see', locator: '3', label: 'page' }]],
  [
    '[see @doe, p. 3; cf. @roe:99, chap. 2, and more]',
    false,
    [
      { key: 'doe', prefix: 'see', locator: '3', label: 'page' },
      { key: 'roe:99', prefix: 'cf.', locator: '2', label: 'chapter', suffix: ', and more' },
    ],
  ],
  ['[-@doe]', false, [{ key: 'doe', authorless: true }]],
  ['[@{odd key, one}, p. 3]', false, [{ key: 'odd key, one', locator: '3', label: 'page' }]],
  ['@doe', true, [{ key: 'doe' }]],
  ['-@doe', false, [{ key: 'doe', authorless: true }]],
  ['@doe [p. 3]', true, [{ key: 'doe', locator: '3', label: 'page' }]],
  [
    '@doe [p. 3; see @roe]',
    true,
    [
      { key: 'doe', locator: '3', label: 'page' },
      { key: 'roe', prefix: 'see' },
    ],
  ],
  ['[@doe, p. 3; my italics]', false, [{ key: 'doe', locator: '3', label: 'page', suffix: '; my italics' }]],
  ['[mail a@b.org, @doe]', false, [{ key: 'doe', prefix: 'mail a@b.org,' }]],
])('reads %s', (typed, inText, works) => {
  expect(readCitation(typed)).toEqual({ inText, works });
});
