import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { citedBook } from '../../builders/cited-book.ts';

const head = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"';
const plain = `<?xml version="1.0" encoding="utf-8"?>
${head}><info><title>Plain</title><id>http://example.org/plain</id><updated>2026-01-01T00:00:00+00:00</updated></info>
<citation><layout prefix="{" suffix="}"><text variable="title"/></layout></citation></style>`;
const other = `${head}><info><title>Other</title><id>http://example.org/other</id>
<link href="http://example.org/styles/plain" rel="independent-parent"/><updated>2026-01-01T00:00:00+00:00</updated></info></style>`;

describe('styles', () => {
  it('may be files, and other names of files beside them', async () => {
    const files = { 'csl/plain.csl': plain, 'csl/other.csl': other };
    for (const style of ['csl/plain.csl', 'csl/other.csl']) {
      const { text, works, said } = await citedBook(
        'A [@melville].',
        `{ bibliography: refs.bib, style: ${style} }`,
        {
          files,
        },
      );
      expect({ text, works, said }).toEqual({ text: ['A {Moby-Dick}.'], works: [], said: [] });
    }
  });

  it.each([
    [
      'other.csl',
      'other.csl:1:1 error citation-style The style is another name of http://example.org/styles/plain',
    ],
    ['lost.csl', 'book.yaml:3:45 error citation-style The style "lost.csl" does not exist'],
    ['note', 'book.yaml:3:45 error citation-style There is no style "note"'],
    [
      'https://a.org/b.csl',
      'book.yaml:3:45 error citation-style The style https://a.org/b.csl is not fetched',
    ],
  ])('%s is none', async (style, expected) => {
    const { said } = await citedBook('A [@melville].', `{ bibliography: refs.bib, style: ${style} }`, {
      files: { 'other.csl': other },
    });
    expect(said).toContain(expected);
  });

  /** A style whose macros call each other, so many times each. */
  const calling = (macros: number, times: number) =>
    `${head}><info><title>A</title><id>a</id><updated>2026-01-01T00:00:00+00:00</updated></info>
${Array.from(
  { length: macros },
  (_, index) =>
    `<macro name="m${index}">${(index === 0 ? '<text variable="title"/>' : `<text macro="m${index - 1}"/>`).repeat(times)}</macro>`,
).join('')}<citation><layout><text macro="m${macros - 1}"/></layout></citation></style>`;

  it.each([
    [
      'ever more often',
      calling(40, 2),
      300,
      'Citations in the style "a.csl" take more than 0.3 seconds to set',
    ],
    [
      'in a chain that is too long',
      calling(8000, 1),
      60_000,
      'The style "a.csl" cannot be used: its macros call each other too deeply',
    ],
  ])('whose macros call each other %s are told of', async (_, style, milliseconds, reason) => {
    const { said } = await citedBook('A [@melville].', '{ bibliography: refs.bib, style: a.csl }', {
      files: { 'a.csl': style },
      milliseconds,
    });
    expect(said).toEqual([`book.yaml:3:1 error citation-style ${reason}`]);
  });

  it('of ours take every locale of ours', async () => {
    const folder = new URL('../../../templates/citations/locales/', import.meta.url);
    for (const name of await readdir(folder)) {
      const language = name.slice(0, -4);
      expect(await readFile(new URL(name, folder), 'utf8')).toContain(`xml:lang="${language}"`);
      for (const style of ['notes', 'author-date', 'numeric']) {
        const { said, works } = await citedBook(
          'A [@roe, p. 3].',
          `{ bibliography: refs.bib, style: ${style} }`,
          {
            yaml: `language: ${language}`,
          },
        );
        expect(said).toEqual([]);
        expect(works.join()).not.toMatch(/undefined|STYLE ERROR/);
      }
    }
  });
});
