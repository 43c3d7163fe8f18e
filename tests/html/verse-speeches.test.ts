import { fromHtml } from 'hast-util-from-html';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { rehypeVerseLines } from '../../src/html/rehype-verse-lines.ts';

test('speeches whose lines the author ends are lines of verse, others are not', () => {
  const speeches =
    '<div class="dialogue"><p><span class="speaker">A</span>: One<br>two <em>goes</em><br>three</p><p>B: Prose.</p></div>';
  const tree = fromHtml(speeches, { fragment: true });
  rehypeVerseLines({ language: 'en' })(tree);
  expect(unified().use(rehypeStringify).stringify(tree)).toBe(
    '<div class="dialogue"><p><span class="line"><span class="speaker">A</span>: One</span><br>' +
      '<span class="line">two <em>goes</em></span><br><span class="line">three</span></p><p>B: Prose.</p></div>',
  );
});
