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
    ['a\n\n<?php echo 1;\n\nLost.', '5:1 The instruction is never closed, and what follows would be lost'],
    ['<?php a > b;\n\nLost.', '3:1 The instruction is never closed, and what follows would be lost'],
    ['<![CDATA[ a > b\n\nLost.', '3:1 The declaration is never closed, and what follows would be lost'],
    ['<!X a\n\nLost.', '3:1 The declaration is never closed, and what follows would be lost'],
    ['<!-- a --!>\n\nLost.', '3:1 The comment is never closed, and what follows would be lost'],
    ['<pre>\n\nSet *as typed*.', '3:1 The element <pre> is never closed, and what follows would be lost'],
    ['<div title="a\nlost>\n\nText.', '3:1 The tag is never closed, and what follows would be lost'],
    ['<div>\n<!-- a\n\nb\n</div>', '4:1 The comment is never closed, and what follows would be lost'],
    [
      'a <plaintext>b</plaintext> c',
      '3:3 The element <plaintext> is never closed, and what follows would be lost',
    ],
    ['a <svg>b\n\nc', '3:3 The element <svg> is never closed, and what follows would be lost'],
    [
      'a <style> b\n\n*c*\n\n</style>',
      '3:3 The element <style> is closed in line 7 only, and the text between would be lost',
    ],
    [
      '<template>\n\nInside.\n\n</template>\n\nKept.',
      '3:1 The element <template> is closed in line 7 only, and the text between would be lost',
    ],
    ...['title', 'xmp', 'noembed', 'iframe', 'noframes'].map((name) => [
      `a <${name}>b`,
      `3:3 The element <${name}> is never closed, and what follows would be lost`,
    ]),
    ['<SCRIPT>\nx < y', '3:1 The element <script> is never closed, and what follows would be lost'],
  ])('is told of at its place: %j', (text, message) => {
    expect(found(text)).toEqual([message]);
  });

  it.each([
    '<style>p {}</style>\n\nKept.',
    '<a title="<style>">b</a> <a title=\'<!--\'>c</a>',
    '<p>a <!-- b --!> c</p>\n\nKept.',
    '<!-- a --!>',
    'a <!-- <title> --> b',
    'a <?php b ?> c <!X> d <![CDATA[ e ]]> f',
    '<?php\n\na > b;\n\n?>\n\nKept.',
    '<svg>\n\n<title>A</title>\n\n<path/>\n\n</svg>\n\nKept.',
    'a <svg/> b',
    '<template></template>\n\nKept.',
    '<pre>\n\na\n\n</pre>\n\nKept.',
    'a <title>b</title> *c*',
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
