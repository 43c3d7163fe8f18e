import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import JSZip from 'jszip';
import { build } from '../../src/build/build.ts';
import type { Message } from '../../src/book/messages/messages.ts';
import { readBytes } from '../../src/machine/bytes/read-bytes.ts';
import { halves } from '../builders/rasters.ts';

/** A chapter of half a megabyte with all that leads through a book, and a picture at its end. */
function longChapter(): string {
  const sentence = 'It was dark on the bridge, and nobody spoke of the gulls. '.repeat(8);
  const blocks = Array.from({ length: 560 }, (_, index): string => {
    const number = index + 1;
    const heading = number % 70 === 0 ? `## Part ${number} {#part-${number}}\n\n` : '';
    const link =
      number % 20 === 0 ? ` See [there](#part-${((number * 7) % 490) + 70 - ((number * 7) % 70)}).` : '';
    const mark = number % 9 === 0 ? `:index[gulls]{sub="of ${number}"}` : 'gulls';
    const note = number % 2 === 0 ? `[^n${number}]` : '';
    const text = number % 2 === 0 ? `\n\n[^n${number}]: Note ${number}, on ${sentence.repeat(2)}` : '';
    return `${heading}Paragraph ${number}, ${mark}. ${sentence}${note}${link}${text}`;
  });
  return `# One\n\n${blocks.join('\n\n')}\n\n![A sea](sea.png)\n`;
}

const files = async (store: string): Promise<Record<string, string | Uint8Array>> => ({
  'book.yaml': `title: Long\nauthor: A. Person\nlanguage: en\nidentifiers: { print: 978-3-16-148410-0 }\nrules: { epub-cover: off, epub-image-size: warning }\n${store}`,
  '01-one.md': longChapter(),
  '02-two.md': 'See [the end](01-one.md#part-490).\n\n# Two\n'.split('\n').toReversed().join('\n'),
  'sea.png': await halves(2500, 2500).png().toBuffer(),
});

async function folderWith(content: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'colophon-divided-'));
  folders.push(folder);
  for (const [path, bytes] of Object.entries(content)) await writeFile(join(folder, path), bytes);
  return folder;
}

interface Unpacked {
  readonly messages: ReadonlyArray<Message>;
  /** The content documents by name, in the order of the spine. */
  readonly documents: ReadonlyMap<string, string>;
  readonly navigation: string;
}

async function unpacked(store: string): Promise<Unpacked> {
  const { artifacts, messages } = await build(await folderWith(await files(store)), { only: ['epub'] });
  const epub = artifacts.find(({ kind }) => kind === 'epub');
  if (epub === undefined) throw new Error(JSON.stringify(messages));
  const zip = await JSZip.loadAsync(await readBytes(epub.bytes));
  const read = async (name: string): Promise<string> =>
    (await zip.file(`OEBPS/${name}`)?.async('string')) ?? '';
  const opf = await read('content.opf');
  const names = [...opf.matchAll(/<itemref idref="item-([^"]*)"/g)].map(([, name]) => name ?? '');
  const documents = new Map<string, string>();
  for (const name of names) documents.set(name, await read(name));
  return { messages, documents, navigation: await read('toc.xhtml') };
}

const all = ({ documents }: Unpacked): string => [...documents.values()].join('\n');
const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, one]) => one ?? '');
const ids = (text: string): string[] => matches(text, / id="([^"]*)"/g);
// Each list of notes says to which pages it belongs, so two say it twice.
const words = (text: string): string =>
  text
    .replaceAll(/<head>.*?<\/head>|<p class="notes-to-pages">.*?<\/p>|<[^>]*>/gs, ' ')
    .replaceAll(/\s+/g, ' ');

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

describe('a book whose store takes no long files', () => {
  let divided: Unpacked;
  let whole: Unpacked;
  beforeAll(async () => {
    divided = await unpacked('epub: { store: [generic, apple] }\n');
    whole = await unpacked('');
  }, 120_000);

  it('has its long chapter and its notes in several, none of them too long', () => {
    const longest = Math.max(...[...divided.documents.values()].map((text) => Buffer.byteLength(text)));
    expect(longest).toBeLessThanOrEqual(300_000);
    const further = [...divided.documents.keys()].filter((name) => !whole.documents.has(name));
    expect(further).toEqual(['one-2.xhtml', 'notes-2.xhtml']);
  });

  it('has the same words and ids in the same order, each once', () => {
    expect(words(all(divided))).toBe(words(all(whole)));
    expect(ids(all(divided))).toEqual(ids(all(whole)));
    expect(new Set(ids(all(divided))).size).toBe(ids(all(divided)).length);
  });

  it('leads to what it led to: from the text, from notes, from the index and the contents', () => {
    const broken: string[] = [];
    let across = 0;
    for (const [name, text] of [...divided.documents, ['toc.xhtml', divided.navigation] as const])
      for (const address of matches(text, / href="([^"]*)"/g)) {
        const [file = '', id] = address.split('#');
        const target = file === '' ? text : divided.documents.get(file);
        if (file.endsWith('.css') || file.startsWith('http')) continue;
        if (target === undefined || (id !== undefined && !ids(target).includes(id)))
          broken.push(`${name} ${address}`);
        if (file === 'one-2.xhtml') across++;
      }
    expect(broken).toEqual([]);
    expect(across).toBeGreaterThan(50);
    const entries = (text: string): string[] => matches(text, /<a [^>]*>([^<]*)<\/a>/g);
    expect(entries(divided.navigation)).toEqual(entries(whole.navigation));
  });

  it('marks the same pages', () => {
    const labels = ({ documents }: Unpacked): string[] =>
      matches([...documents.values()].join(''), /epub:type="pagebreak"[^>]* aria-label="([^"]*)"/g);
    expect(labels(divided).length).toBeGreaterThan(50);
    expect(labels(divided)).toEqual(labels(whole));
  });

  it('is told of what is in a later file at its line', () => {
    const lines = longChapter().split('\n');
    const line = lines.findIndex((each) => each.startsWith('![')) + 1;
    expect(divided.messages).toEqual([
      expect.objectContaining({ file: '01-one.md', line, rule: 'epub-image-size', severity: 'warning' }),
    ]);
  });
});
