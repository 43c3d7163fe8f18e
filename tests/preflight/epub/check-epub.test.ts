import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { checkEpub } from '../../../src/preflight/epub/check-epub.ts';
import { judgeEpub } from '../../../src/preflight/epub/judge-epub.ts';
import { makeEpub } from './make-epub.ts';

describe('checkEpub', () => {
  it('finds nothing in a sound EPUB', async () => {
    expect(await checkEpub(await makeEpub('<p>Text</p>'), 'book.epub')).toEqual([]);
  });

  it('says file, line and column of what is wrong', async () => {
    const epub = await makeEpub('<p>Text</p>\n<p><a href="#nowhere">x</a></p>');
    expect(await checkEpub(epub, 'book.epub')).toEqual([
      {
        file: 'book.epub/EPUB/text.xhtml',
        line: 5,
        column: expect.any(Number),
        severity: 'error',
        rule: 'epubcheck/RSC-012',
        reason: expect.stringMatching(/[^.]$/),
        hint: expect.stringMatching(/./),
      },
    ]);
  });

  it('tells what is no EPUB at all', async () => {
    const empty = await new JSZip().file('a', 'b').generateAsync({ type: 'uint8array' });
    for (const bytes of [new Uint8Array(), new TextEncoder().encode('no archive'), empty]) {
      const messages = await checkEpub(bytes, 'book.epub');
      expect(messages.some(({ severity }) => severity === 'error')).toBe(true);
      expect(messages.every(({ file }) => file.startsWith('book.epub'))).toBe(true);
    }
  });
});

describe('judgeEpub', () => {
  it('does not open what would fill the memory', async () => {
    const zip = await JSZip.loadAsync(await makeEpub('<p>Text</p>'));
    for (let at = 0; at < 3; at++) zip.file(`EPUB/${at}.css`, new Uint8Array(50 * 2 ** 20));
    const packed = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    expect(packed.length).toBeLessThan(2 ** 20);
    const { epubcheck, official } = await judgeEpub(packed, 'book.epub');
    expect([...epubcheck, ...official]).toEqual([
      expect.objectContaining({
        file: 'book.epub',
        rule: 'file-too-large',
        reason: 'The EPUB would unpack to 151 MB, many times its size, and was not opened',
      }),
    ]);
  });
});
