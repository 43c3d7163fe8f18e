import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { checkEpub } from '../../../src/preflight/epub/check-epub.ts';
import { makeEpub } from './make-epub.ts';

/** A sound EPUB with something in one of its files put in place of another thing. */
async function changed(path: string, from: string, to: string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(await makeEpub('<p>Text</p>'));
  const file = zip.file(path);
  zip.file(path, ((await file?.async('string')) ?? '').replace(from, to));
  return zip.generateAsync({ type: 'uint8array' });
}

describe('checkEpub', () => {
  it.each([
    ['items', 'EPUB/package.opf', '</manifest>', '<item id="a" href="b"/>'.repeat(150_000), '10,000 files'],
    ['places in the order', 'EPUB/package.opf', '</spine>', '<o:itemref\n/>'.repeat(20_000), '10,000 files'],
    [
      'facts',
      'EPUB/package.opf',
      '</metadata>',
      '<meta property="a">b</meta>'.repeat(30_000),
      '25,000 entries',
    ],
    [
      'contents',
      'EPUB/nav.xhtml',
      '</ol>',
      '<li><a href="text.xhtml">T</a></li>'.repeat(30_000),
      '25,000 entries',
    ],
  ])('refuses an EPUB with too many %s before it judges it', async (_, path, end, many, told) => {
    const messages = await checkEpub(await changed(path, end, `${many}${end}`), 'book.epub');
    expect(messages.map(({ rule, reason }) => `${rule} ${reason}`)).toEqual([
      expect.stringContaining(`file-too-large The EPUB has more than ${told}`),
    ]);
  });

  it('counts the files of the archive', async () => {
    const zip = await JSZip.loadAsync(await makeEpub('<p>Text</p>'));
    for (let at = 0; at < 10_001; at++) zip.file(`${at}.css`, '');
    const messages = await checkEpub(await zip.generateAsync({ type: 'uint8array' }), 'book.epub');
    expect(messages).toMatchObject([{ rule: 'file-too-large' }]);
  });
});
