import { describe, expect, it, vi } from 'vitest';
import { EnvironmentError } from '../../src/book/errors.ts';
import { judgeEpub } from '../../src/preflight/epub/judge-epub.ts';
import { emitEpub } from '../../src/emit/epub/emit-epub.ts';
import { checkWithEpubcheck } from '../../src/preflight/epub/check-with-epubcheck.ts';
import { findEpubcheck } from '../../src/preflight/epub/official.ts';
import { makeOneChapter, makeRichBook, noTheme, richAssets, theme } from '../builders/rich-book.ts';
import { makeEpub } from '../preflight/epub/make-epub.ts';
import { memoryShelf } from '../support/memory-shelf.ts';
import { wholeBook, wholeBookNames } from '../support/whole-books.ts';
import { epubcheckFindings, epubcheckJars, hasEpubchecks } from './epubcheck.ts';
import { held } from '../builders/held.ts';

const faulty = '<p>Text</p>\n<p><a href="#nowhere">x</a></p>';
const unknownFragment = {
  file: 'book.epub/EPUB/text.xhtml',
  line: 5,
  column: expect.any(Number),
  severity: 'error',
  rule: 'epubcheck/RSC-012',
  reason: expect.stringMatching(/^Fragment identifier is not defined \(EPUBCheck [\d.]+\)$/),
  hint: expect.stringMatching(/./),
};

describe.runIf(hasEpubchecks)('the official EPUBCheck', () => {
  it('says the same as the built-in check, in the same form, and its report is kept', async () => {
    const official = await findEpubcheck({ ...process.env, EPUBCHECK: epubcheckJars.current });
    const epub = await makeEpub(faulty);
    const reports = memoryShelf();
    const messages = await checkWithEpubcheck(epub, 'book.epub', official!, reports);
    expect(messages).toEqual([unknownFragment]);
    // The second time the report that was kept is read: there is no such command any more.
    const gone = { ...official!, command: '/no/such/java' };
    expect(await checkWithEpubcheck(epub, 'book.epub', gone, reports)).toEqual(messages);
    await expect(
      checkWithEpubcheck(await makeEpub('<p>Other</p>'), 'book.epub', gone, reports),
    ).rejects.toThrow(EnvironmentError);
  });

  it('says nothing, in its older line, of an exemption that it does not know yet', async () => {
    const official = await findEpubcheck({ ...process.env, EPUBCHECK: epubcheckJars.older });
    const accessibility = { exemption: 'microenterprise' } as const;
    const epub = held(await emitEpub(makeOneChapter({}, { accessibility }), new Map(), noTheme));
    expect(await checkWithEpubcheck(epub, 'book.epub', official!, memoryShelf())).toEqual([]);
    expect(epubcheckFindings(epubcheckJars.older, new Map([['exempt', epub]]))).toEqual([
      expect.stringContaining('OPF-027'),
    ]);
  });

  it('is asked by a build where the environment names it', async () => {
    vi.stubEnv('EPUBCHECK', epubcheckJars.older);
    const { epubcheck, official } = await judgeEpub(await makeEpub(faulty), 'book.epub');
    expect(official).toEqual([unknownFragment]);
    expect(epubcheck.map(({ rule }) => rule)).toEqual(['epubcheck/RSC-012']);
  });

  it.each(Object.entries(epubcheckJars))(
    'in its %s line finds a fault, and none in what is made of whole books',
    async (_, jar) => {
      const epubs = new Map([
        ['faulty', await makeEpub(faulty)],
        ['everything', held(await emitEpub(makeRichBook(), richAssets, theme))],
        [
          'everything in many files',
          held(
            await emitEpub(makeRichBook(), richAssets, theme, undefined, undefined, { mostTextBytes: 900 }),
          ),
        ],
      ]);
      for (const name of wholeBookNames) epubs.set(name, (await wholeBook(name)).bytes('epub'));
      expect(epubcheckFindings(jar, epubs)).toEqual([
        expect.stringMatching(/^faulty .*text\.xhtml:5 RSC-012/),
      ]);
    },
    300_000,
  );
});
