import { describe, expect, test } from 'vitest';
import type { RunningBrowser } from '../../../../src/emit/pdf/browser/browser.ts';
import { finishBook } from '../../../support/finish-book.ts';
import { patternsFor } from '../../../../src/language/hyphenation.ts';
import { compileHyb } from '../../../../src/emit/pdf/browser/hyb.ts';
import { readPdf } from '../../../support/read-pdf.ts';
import { makeBook } from '../../../builders/book.ts';
import { makeLooks, makePrint, makeSection } from '../../../builders/hast-book.ts';
import { readHyb } from '../../../support/read-hyb.ts';
import { sharedBrowser } from '../../../support/shared-browser.ts';

const running = await sharedBrowser();

const texts: Readonly<Record<string, string>> = {
  en: 'philosophical considerations notwithstanding responsibility characteristically extraordinary',
  de: 'Donaudampfschifffahrtsgesellschaft Geschwindigkeitsbegrenzung Straßenverkehrsordnung Silbentrennung',
  uk: 'незалежність відповідальність підприємництво самоврядування перекладацький двадцятиріччя',
};

/** The first halves of the words broken at the ends of lines. */
async function brokenWords(language: string, dictionaries: RunningBrowser): Promise<Array<[string, string]>> {
  const html = `<div style="width: 9em"><p>${`${texts[language]} `.repeat(6)}</p></div>`;
  const book = makeBook(
    { body: [makeSection('one', html, { language })] },
    { language, ...makePrint({ openings: 'any' }) },
  );
  const { screen } = await finishBook(book, new Map(), await makeLooks(book), dictionaries);
  const { pages } = await readPdf(screen ?? new Uint8Array());
  const text = pages.map((page) => page.text).join('\n');
  return [...text.matchAll(/(\p{L}+)[-‐\u00AD]\n(\p{L}+)/gu)].map(([, head = '', tail = '']) => [head, tail]);
}

describe.each(Object.keys(texts))('a narrow column of %s', (language) => {
  test('has words broken at the end of lines, only where the patterns allow', async () => {
    const broken = await brokenWords(language, running);
    expect(broken.length).toBeGreaterThan(4);
    const { breaks } = readHyb(compileHyb(patternsFor(language)?.load() ?? [[], {}]));
    const words = (texts[language] ?? '').split(' ');
    for (const [head, tail] of broken) {
      const word = words.find((each) => each.includes(head + tail));
      // A word broken twice comes in pieces.
      if (word === undefined) continue;
      expect(breaks(word), `${head}-${tail}`).toContain(word.indexOf(head) + head.length);
    }
  });
});

test('a browser we may give no dictionaries breaks words at soft hyphens', async () => {
  const { dictionaries: _, ...choice } = running.choice;
  const broken = await brokenWords('en', { ...running, choice });
  expect(broken.length).toBeGreaterThan(4);
});
