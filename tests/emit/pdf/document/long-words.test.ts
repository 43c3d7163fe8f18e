import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';
import { longWords } from '../../../../src/emit/pdf/document/long-words.ts';

function parse(html: string): ElementContent[] {
  return fromHtml(html, { fragment: true }).children as ElementContent[];
}

test('words of five letters in paragraphs, element by element and by the language they are in', () => {
  const body = parse(
    '<h1>Headings apart</h1><p>The white whale, la <em lang="fr">baleine blanche</em> again</p>' +
      '<div lang="de"><p>Der weiße Wal</p></div>',
  );
  expect([...longWords(body, 'en')]).toEqual([
    {},
    { en: new Set(['white', 'whale', 'again']), fr: new Set(['baleine', 'blanche']) },
    { de: new Set(['weiße']) },
  ]);
});

test('texts side by side are one, and soft hyphens no part of a word', () => {
  const texts: ElementContent[] = [
    { type: 'text', value: 'ha' },
    { type: 'text', value: 'r\u00ADpoons' },
  ];
  const paragraph: ElementContent = { type: 'element', tagName: 'p', properties: {}, children: texts };
  expect([...longWords([paragraph], 'en')]).toEqual([{ en: new Set(['harpoons']) }]);
});

test('elements end a text', () => {
  const words = [...longWords(parse('<p>whales<b>tooth</b></p>'), 'en')];
  expect(words).toEqual([{ en: new Set(['whales', 'tooth']) }]);
});
