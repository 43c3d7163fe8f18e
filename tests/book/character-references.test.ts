import { expect, test } from 'vitest';
import { withoutReferences } from '../../src/book/character-references.ts';

test.each([
  ['17:15/16&#60;1661::aid&#62;3.0', '17:15/16<1661::aid>3.0'],
  ['a?b=1&amp;c=2', 'a?b=1&c=2'],
  ['&lt;&quot;&gt;', '<">'],
  ['a & b &amp', 'a & b &amp'],
  ['&amp;lt;', '&lt;'],
  ['&#0;&#9999999;', '&#0;&#9999999;'],
])('%s stands for %s', (text, expected) => {
  expect(withoutReferences(text)).toBe(expected);
});
