import { describe, expect, it } from 'vitest';
import { VFile } from 'vfile';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { decodeInto } from '../../../src/read/files/decode.ts';

function decode(bytes: Uint8Array): { text: string; messages: string[] } {
  const file = new VFile({ path: 'a.md' });
  decodeInto(file, bytes);
  const messages = messagesOf([file]).map(
    (each) => `${each.line}:${each.column} ${each.rule} ${each.reason}`,
  );
  return { text: String(file), messages };
}

describe('decodeInto', () => {
  it('strips the byte order mark and makes every line end a line feed', () => {
    expect(decode(Buffer.from('\uFEFFa\r\nb\rc\n'))).toEqual({ text: 'a\nb\nc\n', messages: [] });
  });

  it.each([
    ['a stray byte', Buffer.from('# A\r\n\r\nä caf\xE9 b\n', 'latin1'), '3:1', '0xE4'],
    [
      'a character cut short in the middle',
      Buffer.concat([Buffer.from('ä€\n😀'), Buffer.of(0xe2, 0x82, 0x61)]),
      '2:3',
      '0xE2',
    ],
    [
      'a character cut short at the end',
      Buffer.concat([Buffer.from('ab'), Buffer.of(0xf0, 0x9f)]),
      '1:3',
      '0xF0',
    ],
    ['an overlong form', Buffer.of(0x61, 0xc0, 0x80), '1:2', '0xC0'],
    ['a surrogate', Buffer.of(0x61, 0x0a, 0xed, 0xa0, 0x80), '2:1', '0xED'],
  ])('finds %s', (_, bytes, place, byte) => {
    expect(decode(bytes).messages).toEqual([`${place} encoding The byte ${byte} is not UTF-8`]);
  });

  it('names UTF-16 and still decodes it', () => {
    expect(decode(Buffer.from('\uFEFFäb\n', 'utf16le'))).toEqual({
      text: 'äb\n',
      messages: ['1:1 encoding The file is encoded in UTF-16LE, not in UTF-8'],
    });
    expect(decode(Buffer.from('\uFEFFäb\n', 'utf16le').swap16()).messages).toEqual([
      '1:1 encoding The file is encoded in UTF-16BE, not in UTF-8',
    ]);
  });

  it('finds control characters and non-characters, but no tabs', () => {
    expect(decode(Buffer.from('a\tb\n\0c\uFFFE\x1F')).messages).toEqual([
      '2:1 control-character The text contains the control character U+0000',
      '2:3 control-character The text contains the control character U+FFFE',
      '2:4 control-character The text contains the control character U+001F',
    ]);
    expect(decode(new Uint8Array(1000)).messages).toHaveLength(10);
  });
});
