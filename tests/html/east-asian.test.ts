import { fromHtml } from 'hast-util-from-html';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { fitToLanguages } from '../../src/html/fit-to-languages.ts';

function fitted(html: string, language: string): string {
  const { children } = fromHtml(html, { fragment: true });
  fitToLanguages(children, language);
  return unified().use(rehypeStringify).stringify({ type: 'root', children });
}

test('emphasis of Western words is told from that of Eastern ones', () => {
  expect(fitted('<em>港</em><em>Moby-Dick</em><em>第1章</em>', 'ja')).toBe(
    '<em>港</em><em class="western">Moby-Dick</em><em>第1章</em>',
  );
  expect(fitted('<em>Moby-Dick</em><i lang="ko"><em>a</em></i>', 'en')).toBe(
    '<em>Moby-Dick</em><i lang="ko"><em class="western">a</em></i>',
  );
});

test('spaces typed to indent a paragraph are taken out of Chinese and Japanese', () => {
  expect(fitted('<p>\u3000\u3000早。\u3000晚。</p>', 'zh')).toBe('<p>早。\u3000晚。</p>');
  expect(fitted('<p>\u3000朝</p>', 'en')).toBe('<p>\u3000朝</p>');
});
