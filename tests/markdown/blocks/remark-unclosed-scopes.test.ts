import { describe, expect, it } from 'vitest';
import { parseText } from '../tree.ts';

function found(text: string): string[] {
  return parseText(text)
    .messages.filter(({ rule }) => rule === 'html-unclosed')
    .map(({ line, column, reason }) => `${line}:${column} ${reason}`);
}

describe('an element around which no paragraph ends', () => {
  it.each([
    ['a <button> b\n\nc', '3:3 The element <button> is not closed in its paragraph'],
    ['a *b <OBJECT data="x"> c* d\n\ne', '3:6 The element <object> is not closed in its paragraph'],
    ['## a <marquee>\n\nb', '3:6 The element <marquee> is not closed in its paragraph'],
    ['- a <applet>\n- b </applet>', '3:5 The element <applet> is not closed in its paragraph'],
    [
      'a <button></button></button> <button>\n\nb',
      '3:30 The element <button> is not closed in its paragraph',
    ],
  ])('is to be closed in its own: %j', (text, told) => {
    expect(found(text)).toEqual([told]);
  });

  it.each([
    'a <button>b</button> c',
    'a <object>*b*</object> <object> c </object>',
    'a <buttons> b\n\nc',
    '<object>\n\na\n\n</object>',
    'a </button> b\n\nc',
    '`<button>`\n\nb',
  ])('is left alone where it is: %j', (text) => {
    expect(found(text)).toEqual([]);
  });
});
