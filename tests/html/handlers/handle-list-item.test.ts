import type { List } from 'mdast';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { convert, parsed, section } from '../convert.ts';

test.each([
  ['- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
  ['- a\n\n- b', '<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>'],
  ['- a\n- b\n\n  c', '<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n<p>c</p>\n</li>\n</ul>'],
  [
    '- a\n  - b\n\n    c\n- d',
    '<ul>\n<li>a\n<ul>\n<li>\n<p>b</p>\n<p>c</p>\n</li>\n</ul>\n</li>\n<li>d</li>\n</ul>',
  ],
])('the items of a list are all loose or all tight: %j', (markdown, html) => {
  expect(convert([section(parsed(markdown))]).html[0]).toContain(html);
});

test('items are made without a look at all others', () => {
  const text = parsed('- a\n'.repeat(1000));
  let looks = 0;
  visit(text.tree, 'list', (list: List) => {
    for (const item of list.children) {
      const { spread } = item;
      Object.defineProperty(item, 'spread', {
        get: () => {
          looks++;
          return spread;
        },
      });
    }
  });
  const { html } = convert([section(text)]);
  expect(html[0]?.match(/<li>/g)).toHaveLength(1000);
  expect(looks).toBeGreaterThan(999);
  expect(looks).toBeLessThan(5000);
});
