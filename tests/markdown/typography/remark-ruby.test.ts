import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { remarkRuby } from '../../../src/markdown/typography/remark-ruby.ts';

function htmlOf(markdown: string): string {
  const processor = unified().use(remarkParse).use(remarkRuby).use(remarkRehype).use(rehypeStringify);
  return String(processor.processSync(markdown));
}

test('readings stand above their words', () => {
  expect(htmlOf('港の{漢字|かんじ}と{灯台|とうだい}')).toBe(
    '<p>港の<ruby>漢字<rt>かんじ</rt></ruby>と<ruby>灯台<rt>とうだい</rt></ruby></p>',
  );
});

test.each(['{a|b}', '\\{漢字|かんじ}', '{漢字}', '`{漢字|かんじ}`', '{漢字|}'])('%s is none', (markdown) => {
  expect(htmlOf(markdown)).not.toContain('ruby');
});
