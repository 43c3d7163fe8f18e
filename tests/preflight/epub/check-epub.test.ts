import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { checkEpub } from '../../../src/preflight/epub/check-epub.ts';
import { checkWithEpubcheck } from '../../../src/preflight/epub/check-with-epubcheck.ts';
import { EnvironmentError } from '../../../src/book/errors.ts';
import { findEpubcheck } from '../../../src/preflight/epub/official.ts';
import { makeEpub } from './make-epub.ts';

const official = await findEpubcheck(process.env);

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

describe.runIf(official)('checkWithEpubcheck', () => {
  it('says the same in the same form', { timeout: 60_000 }, async () => {
    const epub = await makeEpub('<p>Text</p>\n<p><a href="#nowhere">x</a></p>');
    const reports = mkdtempSync(join(tmpdir(), 'colophon-reports-'));
    const messages = await checkWithEpubcheck(epub, 'book.epub', { ...official!, explicit: true }, reports);
    expect(messages).toEqual([
      {
        file: 'book.epub/EPUB/text.xhtml',
        line: 5,
        column: expect.any(Number),
        severity: 'error',
        rule: 'epubcheck/RSC-012',
        reason: 'Fragment identifier is not defined',
        hint: expect.stringMatching(/./),
      },
    ]);
    // The second time the report that was kept is read: there is no such command any more.
    const gone = { ...official!, command: '/no/such/java', explicit: true };
    expect(await checkWithEpubcheck(epub, 'book.epub', gone, reports)).toEqual(messages);
    await expect(
      checkWithEpubcheck(await makeEpub('<p>Other</p>'), 'book.epub', gone, reports),
    ).rejects.toThrow(EnvironmentError);
    rmSync(reports, { recursive: true });
  });
});
