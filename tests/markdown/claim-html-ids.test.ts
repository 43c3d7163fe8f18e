import { describe, expect, it } from 'vitest';
import { htmlIn, parseText } from './tree.ts';

function told(text: string): string[] {
  return parseText(text)
    .messages.filter(({ rule }) => rule === 'id-duplicate')
    .map(({ line, column, reason }) => `${line}:${column} ${reason}`);
}

describe('an id that a file gives twice', () => {
  it.each([
    [
      '<span id="x">a</span> and <a id=x>b</a>',
      '3:27 The id "x" is given twice in this file, first in line 3',
    ],
    [
      ':::tip{#x}\na\n:::\n\nb <i id="x">c</i>',
      '7:3 The id "x" is given twice in this file, first in line 3',
    ],
    ['## A {#x}\n\n<div id="x">b</div>', '5:1 The id "x" is given twice in this file, first in line 3'],
    ['## A {#x}\n\n## B {#x}', '5:1 The id "x" is given twice in this file, first in line 3'],
    [
      'a <a name="x">b</a>\n\nc[^n]\n\n[^n]: d <b id="x">e</b>',
      '7:9 The id "x" is given twice in this file, first in line 3',
    ],
    [
      '![a](a.png){#x}\n\n<p>\n<i id="x">b</i></p>',
      '6:1 The id "x" is given twice in this file, first in line 3',
    ],
  ])('is told of with both places: %j', (text, message) => {
    expect(told(text)).toEqual([message]);
  });

  it.each([
    '<a id="harbour"></a>\n\n## Harbour',
    '<!-- <a id="x"> --><a id="x">a</a>',
    '<a id="x">a</a> <a id="X">b</a>',
    // Comments and tags that never end are looked through once.
    `<div>\n${'<!--a '.repeat(200_000)}`,
    `<div>\n${'<a b '.repeat(10_000)}`,
  ])('is nothing in %j', (text) => {
    expect(told(text)).toEqual([]);
  });

  it('stands in the book once', () => {
    expect(htmlIn(parseText('<i id="x">a</i>\n\nb <i title="t" id="x">c</i>').tree)).toEqual([
      '<i id="x">',
      '</i>',
      '<i title="t"       >',
      '</i>',
    ]);
  });
});
