import { fromHtml } from 'hast-util-from-html';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { stateDirections } from '../../src/html/written-direction.ts';

function stated(html: string, around: 'ltr' | 'rtl'): string {
  const { children } = fromHtml(html, { fragment: true });
  stateDirections(children, around);
  return unified().use(rehypeStringify).stringify({ type: 'root', children });
}

test('an element in a language of the other direction says so', () => {
  expect(stated('<div lang="he"><p>שלום</p></div>', 'ltr')).toBe(
    '<div lang="he" dir="rtl"><p>שלום</p></div>',
  );
  expect(stated('<p>a <i lang="en">b</i></p>', 'rtl')).toBe('<p>a <i lang="en" dir="ltr">b</i></p>');
});

test('one of the same direction says nothing', () => {
  expect(stated('<p lang="fr">a</p>', 'ltr')).toBe('<p lang="fr">a</p>');
  expect(stated('<div lang="fa"><p lang="ar">a</p></div>', 'rtl')).toBe(
    '<div lang="fa"><p lang="ar">a</p></div>',
  );
});

test('what is around is the next element that says something', () => {
  const html = '<div lang="he"><p>a <b>b <i lang="en">c</i></b></p></div>';
  expect(stated(html, 'ltr')).toBe(
    '<div lang="he" dir="rtl"><p>a <b>b <i lang="en" dir="ltr">c</i></b></p></div>',
  );
});

test('a direction of the author stands', () => {
  expect(stated('<p lang="he" dir="ltr">a <i lang="he">b</i></p>', 'ltr')).toBe(
    '<p lang="he" dir="ltr">a <i lang="he" dir="rtl">b</i></p>',
  );
});
