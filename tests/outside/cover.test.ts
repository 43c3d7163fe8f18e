import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coverDesigns, type CoverDesignName } from '../../src/book/cover.ts';
import { emitWrap } from '../../src/emit/cover/emit-cover.ts';
import { wrapGeometry } from '../../src/emit/cover/geometry.ts';
import type { RunningBrowser } from '../../src/emit/pdf/browser/browser.ts';
import { readCoverDesign } from '../../src/read/templates/cover-design.ts';
import { makeBook } from '../builders/book.ts';
import { hasCommand, output } from './tools.ts';
import { sharedBrowser } from '../support/shared-browser.ts';

const temporary = mkdtempSync(join(tmpdir(), 'colophon-cover-'));
let running: RunningBrowser;
beforeAll(async () => {
  running = await sharedBrowser();
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const size = {
  trim: { width: 432, height: 648 },
  bleed: 9,
  spine: 54,
  pages: 300,
  printer: 'KDP',
  paper: 'cream',
};

/** The paths of the covers made so far. */
const covers = new Map<string, Promise<string>>();

/** The path of a cover of this design. */
function coverFile(design: CoverDesignName, language: string): Promise<string> {
  const key = `${design} ${language}`;
  const file = covers.get(key) ?? makeCoverFile(design, language);
  covers.set(key, file);
  return file;
}

async function makeCoverFile(design: CoverDesignName, language: string): Promise<string> {
  const book = makeBook(
    {},
    {
      title: 'The Whale',
      language,
      cover: { design },
      identifiers: { print: '9780306406157', others: [] },
      sale: { commercial: true, prices: [{ amount: '24.95', currency: 'USD' }] },
    },
  );
  const geometry = wrapGeometry(size, language, { textFromPages: 79, textMargin: 4.5 });
  const style = await readCoverDesign(book.metadata);
  const { bytes } = await emitWrap(book, new Map(), style, geometry, running.browser);
  const file = join(temporary, `${design}-${language}.pdf`);
  writeFileSync(file, bytes);
  return file;
}

describe.runIf(hasCommand('zbarimg') && hasCommand('pdftoppm'))('zbarimg', () => {
  it.each(coverDesigns)(
    'reads the ISBN of the printed book and its price in the design %s',
    async (design) => {
      for (const language of ['en', 'ar']) {
        const file = await coverFile(design, language);
        const picture = file.replace(/\.pdf$/, '');
        output('pdftoppm', ['-r', '300', '-gray', '-singlefile', file, picture]);
        const read = output('zbarimg', ['--quiet', '--raw', '-Sean5.enable', `${picture}.pgm`]);
        expect(read.trim().split(/\s+/).toSorted()).toEqual(['52495', '9780306406157']);
      }
    },
  );
});

describe.runIf(hasCommand('pdffonts'))('pdffonts', () => {
  it.each(coverDesigns)('finds every font of the design %s embedded, and none of Type 3', async (design) => {
    const fonts = output('pdffonts', [await coverFile(design, 'ar')])
      .trim()
      .split('\n')
      .slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/ CID TrueType\s+Identity-H\s+yes yes /);
  });
});
