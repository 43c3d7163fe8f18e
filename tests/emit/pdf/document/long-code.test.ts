import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { withTaggedLines } from '../../../../src/emit/pdf/document/long-code.ts';
import { element, text } from '../../../../src/html/element.ts';

function block(lines: number): Element {
  const line = element('span', { className: ['code-line'] }, [text('x = 1\n')]);
  return element('pre', {}, [
    element(
      'code',
      {},
      Array.from({ length: lines }, () => line),
    ),
  ]);
}

test('a block of many lines is tagged line by line', () => {
  const tagged: string[] = [];
  visit(withTaggedLines(block(200)), 'element', ({ tagName, properties }) => {
    if (properties['ariaLive'] === 'off') tagged.push(tagName);
  });
  expect(tagged).toEqual(Array.from({ length: 200 }, () => 'span'));
});

test('a block of fewer is left as it is, and so is what has no code in it', () => {
  const short = block(199);
  expect(withTaggedLines(short)).toBe(short);
  const bare = element('pre', {}, [text('a\n'.repeat(500))]);
  expect(withTaggedLines(bare)).toBe(bare);
});
