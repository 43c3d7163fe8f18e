import { expect, test } from 'vitest';
import type { ExpectedSection } from '../../../src/prove/text/expected-text.ts';
import { proveSiteText } from '../../../src/prove/text/site-text.ts';

const file = 'one.md';

function expected(text: string): ExpectedSection[] {
  return [
    {
      id: 'one',
      role: 'chapter',
      passages: [{ text, loose: false, file, position: undefined }],
    } as unknown as ExpectedSection,
  ];
}

const page =
  '<!DOCTYPE html>\n<html><body><main><section id="one"><p>Of the <b>whale</b>.</p></section></main></body></html>';

test('what a page has is there, in parts too', () => {
  expect(proveSiteText([page], expected('Of the whale.'))).toEqual([]);
});

test.each([
  ['a word that no page has', [page], 'Of the shark.'],
  ['a page that is missing', [], 'Of the whale.'],
])('%s is told of at its place', (_, pages, text) => {
  expect(proveSiteText(pages, expected(text))).toMatchObject([
    { rule: 'text-lost', file: 'one.md', severity: 'error' },
  ]);
});
