import { describe, expect, it } from 'vitest';
import { parseText } from '../tree.ts';

function found(text: string): string[] {
  return parseText(text)
    .messages.filter(({ rule }) => rule === 'html-unclosed')
    .map(({ line, column, reason }) => `${line}:${column} ${reason}`);
}

describe('raw HTML that is never closed', () => {
  it.each([
    ['<style>\np {}\n\nLost.', '3:1 The element <style> is never closed, and what follows would be lost'],
    ['A <textarea>line.', '3:3 The element <textarea> is never closed, and what follows would be lost'],
    [
      'Text.\n\n<template>\n\nLost.',
      '5:1 The element <template> is never closed, and what follows would be lost',
    ],
    ['a <b>b</b> <select>c', '3:12 The element <select> is never closed, and what follows would be lost'],
    ['<!-- a comment\n\nLost.', '3:1 The comment is never closed, and what follows would be lost'],
    ['<SCRIPT>\nx < y', '3:1 The element <script> is never closed, and what follows would be lost'],
  ])('is told of at its place: %j', (text, message) => {
    expect(found(text)).toEqual([message]);
  });

  it.each([
    '<style>p {}</style>\n\nKept.',
    '<template>\n\nInside.\n\n</template>\n\nKept.',
    'a <textarea>b</textarea> c',
    '<!-- <style> in a comment -->\n\nKept.',
    '<script>"<!--"</script>\n\nKept.',
    '<details>\n\nA part that is folded.\n\n</details>',
    'a <b>b and `<style>` c',
    '<styled>x',
  ])('is nothing in %j', (text) => {
    expect(found(text)).toEqual([]);
  });
});
