import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';
import { longWords, setTexts } from '../../../../src/emit/pdf/document/long-words.ts';

function parse(html: string): ElementContent[] {
  return fromHtml(html, { fragment: true }).children as ElementContent[];
}

test('the texts of paragraphs by the language they are in', () => {
  const body = parse(
    '<h1>Headings apart</h1><p>The white whale, la <em lang="fr">baleine blanche</em> again</p>' +
      '<div lang="de"><p>Der weiße Wal</p></div>',
  );
  expect(setTexts(body, 'en')).toEqual({
    en: 'The white whale, la \n again',
    fr: 'baleine blanche',
    de: 'Der weiße Wal',
  });
});

test('texts side by side are one, and elements end a text', () => {
  const texts: ElementContent[] = [
    { type: 'text', value: 'ha' },
    { type: 'text', value: 'rpoons' },
  ];
  const paragraph: ElementContent = { type: 'element', tagName: 'p', properties: {}, children: texts };
  expect(setTexts([paragraph], 'en')).toEqual({ en: 'harpoons' });
  expect(setTexts(parse('<p>whales<b>tooth</b></p>'), 'en')).toEqual({ en: 'whales\ntooth' });
});

test('words of five letters, soft hyphens no part of them', () => {
  expect([...longWords('The white whale,\nla r\u00ADoyal harpoon2s')]).toEqual([
    'white',
    'whale',
    'royal',
    'harpoon',
  ]);
});
