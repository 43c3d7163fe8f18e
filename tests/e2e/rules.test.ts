import { existsSync } from 'node:fs';
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Element } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { build, type BuildResult } from '../../src/build/build.ts';
import type { EditionName } from '../../src/build/editions/editions.ts';
import { sections, type Book, type Hast } from '../../src/book/book.ts';
import type { Message } from '../../src/book/messages/messages.ts';
import { rules } from '../../src/book/messages/rules.ts';
import { epubcheckFindings, epubcheckJars, hasEpubchecks } from '../outside/epubcheck.ts';
import { folderOf } from '../builders/folder.ts';
import { held } from '../builders/held.ts';

const fixtures = new URL('../fixtures/rules/', import.meta.url);

/** Rules that only the pages can break, or what is made for the press. */
const needed: Readonly<Record<string, EditionName>> = {
  'face-missing': 'pdf',
  'glyph-missing': 'pdf',
  'page-overflow': 'pdf',
  'notes-moved': 'pdf',
  'pages-unsettled': 'pdf',
  'stylesheet-effect': 'pdf',
  'printer-pages': 'pdf',
  'printer-margins': 'pdf',
  'cover-size': 'press',
  'cover-resolution': 'press',
  'cover-text': 'press',
};

/** Rules that no manuscript can break, and how a step between may. */
const seams: Readonly<Record<string, (book: Book<Hast>) => Book<Hast>>> = {
  'note-lost': (book) =>
    change(
      book,
      (element) => element.properties['id'] === 'one--note-gulls',
      () => [],
    ),
  'text-lost': (book) =>
    change(
      book,
      (element) => element.tagName === 'p' && JSON.stringify(element).includes('No ship'),
      () => [],
    ),
  'facts-differ': (book) =>
    change(
      book,
      ({ properties: { className } }) => Array.isArray(className) && className.includes('copyright'),
      () => [{ type: 'text', value: '© 1999 Somebody Else' }],
    ),
};

/** The book with the children of some elements changed. */
function change(
  book: Book<Hast>,
  which: (element: Element) => boolean,
  children: () => Element['children'],
): Book<Hast> {
  for (const { tree } of sections(book)) {
    visit(tree, 'element', (element) => {
      if (!which(element)) return undefined;
      element.children = children();
      return SKIP;
    });
  }
  return book;
}

/** Builds a fixture where an earlier release lies, out of reach of Git, which would date it. */
async function buildAfter(fixture: string, only: EditionName[]): Promise<BuildResult> {
  const folder = await folderOf({});
  await cp(fixture, folder, { recursive: true });
  return build(join(folder, 'input'), { only, replaces: join(folder, 'earlier') });
}

describe('every rule', () => {
  /** The EPUBs of the fixtures that build, by rule. */
  const epubs = new Map<string, Uint8Array>();

  for (const rule of Object.keys(rules)) {
    it(`${rule} has a fixture and says what it should`, async () => {
      const expected = new URL(`${rule}/expected/messages.json`, fixtures);
      expect(existsSync(expected), `tests/fixtures/rules/${rule}/expected/messages.json`).toBe(true);
      const messages = JSON.parse(await readFile(expected, 'utf8')) as Message[];
      expect(messages.map((message) => message.rule)).toContain(rule);

      const only: EditionName[] = [needed[rule] ?? 'epub'];
      const fixture = new URL(rule, fixtures).pathname;
      const result = existsSync(join(fixture, 'earlier'))
        ? await buildAfter(fixture, only)
        : await build(
            join(fixture, 'input'),
            seams[rule] === undefined ? { only } : { transformHtml: seams[rule] },
          );
      expect(result.messages).toEqual(messages);

      const failed = messages.some((message) => message.severity === 'error');
      expect(result.ok).toBe(!failed);
      expect(result.artifacts.length > 0).toBe(!failed);
      const epub = result.artifacts.find(({ kind }) => kind === 'epub');
      if (epub !== undefined) epubs.set(rule, held(epub.bytes));
    });
  }

  it('has no fixture without a rule', async () => {
    const folders = await readdir(fixtures);
    expect(folders.filter((folder) => !(folder in rules))).toEqual([]);
  });

  it.runIf(hasEpubchecks)('that only warns leaves an EPUB in which EPUBCheck finds no fault', () => {
    expect(epubs.size).toBeGreaterThan(10);
    expect(epubcheckFindings(epubcheckJars.older, epubs)).toEqual([]);
  });
});
