import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, PDFRawStream } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../src/book/messages/messages.ts';
import { check } from '../../src/commands/check.ts';
import { UsageError } from '../../src/book/errors.ts';
import { artifact, withChecksums, withManifest } from '../../src/release/artifacts.ts';
import { bleed, pressPdf, screenPdf, trim } from '../preflight/pdf/make-pdf.ts';
import { makeMetadata, sixByNine } from '../builders/metadata.ts';
import { held } from '../builders/held.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'colophon-check-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A release of one page, and what else is put into its folder. */
async function release(
  name: string,
  facts: {
    readonly pdf?: Uint8Array;
    readonly pages?: number;
    readonly bleed?: number;
    readonly warned?: Message;
  } = {},
  files: Readonly<Record<string, string>> = {},
): Promise<string> {
  const path = join(folder, name);
  await mkdir(path);
  const made = [
    artifact('book.pdf', 'pdf', facts.pdf ?? (await screenPdf())),
    artifact('book-press.pdf', 'press', await pressPdf()),
  ];
  const print = { ...sixByNine, trim, bleed: facts.bleed ?? bleed };
  const metadata = makeMetadata({ print });
  const released = withChecksums(
    withManifest(made, {
      metadata,
      pages: facts.pages ?? 1,
      tools: { colophon: '1.2.3' },
      fonts: [],
      contents: [],
      media: [],
      checks: facts.warned === undefined ? {} : { manuscript: { messages: [facts.warned] } },
    }),
  );
  for (const { path: file, bytes } of released) await writeFile(join(path, file), held(bytes));
  for (const [file, content] of Object.entries(files)) await writeFile(join(path, file), content);
  return path;
}

const rules = async (path: string): Promise<string[]> =>
  (await check(path)).messages.map(({ file, rule }) => `${file} ${rule}`);

describe('a release', () => {
  it('is right where its files are those that were made', async () => {
    const { ok, messages, artifacts } = await check(await release('good', {}, { 'README.md': 'Hello' }));
    expect(messages).toEqual([]);
    expect(ok).toBe(true);
    expect(artifacts.map(({ path, kind }) => `${path} ${kind}`)).toEqual([
      'book-press.pdf press',
      'book.pdf pdf',
    ]);
  });

  it('is warned of what its build warned of', async () => {
    const warned: Message = {
      file: '01.md',
      line: 3,
      column: 5,
      severity: 'warning',
      rule: 'link-target',
      reason: 'The link leads nowhere',
      hint: 'Correct it.',
    };
    const { ok, messages } = await check(await release('warned', { warned }));
    expect(messages).toEqual([warned]);
    expect(ok).toBe(true);
  });

  it('is held against what its manifest says of pages and bleed', async () => {
    expect(await rules(await release('other', { pages: 2, bleed: 14 }))).toEqual([
      'book-press.pdf pdf-page-count',
      'book-press.pdf pdf-box',
      'book.pdf pdf-page-count',
    ]);
  });

  it('has lost a file, or has one changed', async () => {
    const path = await release('changed');
    await rm(join(path, 'book.pdf'));
    await writeFile(join(path, 'book-press.pdf'), await pressPdf({ content: '0 g' }));
    expect(await rules(path)).toEqual(['book.pdf release-file', 'book-press.pdf release-checksum']);
  });

  it('has a manifest and checksums that can be read', async () => {
    expect(await rules(await release('broken', {}, { 'release.json': '{', SHA256SUMS: '' }))).toEqual([
      'release.json release-file',
    ]);
  });

  it('may have a PDF that would fill the memory', async () => {
    const document = await PDFDocument.load(await screenPdf(), { updateMetadata: false });
    const { context } = document;
    const image = { Type: 'XObject', Subtype: 'Image', Width: 9, Height: 9, Filter: 'DCTDecode' };
    context.register(PDFRawStream.of(context.obj(image), new Uint8Array(65 << 20)));
    const path = await release('large', { pdf: await document.save() });
    const { messages, artifacts } = await check(path);
    expect(messages).toEqual([]);
    expect(artifacts.map(({ bytes }) => bytes > 64 << 20)).toEqual([false, true]);
    await appendFile(join(path, 'book.pdf'), '\n');
    expect(await rules(path)).toEqual(['book.pdf release-checksum']);
  });

  it('needs something to judge', async () => {
    const path = join(folder, 'empty');
    await mkdir(path);
    await expect(check(path)).rejects.toThrow(UsageError);
  });
});

describe('a folder of other things', () => {
  it('is not read, pipes least of all', async () => {
    const path = await release('with pipes');
    for (const name of ['other.pdf', 'other.epub', 'note.txt']) execFileSync('mkfifo', [join(path, name)]);
    expect(await check(path)).toMatchObject({ ok: true, messages: [] });
    await rm(join(path, 'book.pdf'));
    execFileSync('mkfifo', [join(path, 'book.pdf')]);
    expect(await rules(path)).toEqual(['book.pdf release-file']);
  });

  it.runIf(process.platform === 'linux')('may be made up by the system', async () => {
    await expect(check('/proc')).rejects.toThrow('There is no PDF, no EPUB and no release in /proc');
    await expect(check('/proc/kmsg')).rejects.toThrow('neither a PDF nor an EPUB');
  });
});

describe('a file', () => {
  it('is taken for what it looks like, or for what is said', async () => {
    const path = join(folder, 'screen.pdf');
    await writeFile(path, await screenPdf());
    expect(await check(path)).toMatchObject({ ok: true, messages: [] });
    const asPress = await check(path, { as: 'press' });
    expect(asPress.ok).toBe(false);
    expect(asPress.messages.map(({ rule }) => rule)).toContain('pdf-output-intent');
  });

  it('is held against what a printer asks for', async () => {
    const path = join(folder, 'press.pdf');
    await writeFile(path, await pressPdf());
    expect(await check(path)).toMatchObject({ ok: true, messages: [] });
    const { messages } = await check(path, { printer: 'kdp', as: 'press' });
    expect(messages.map(({ rule }) => rule)).toContain('pdf-page-count');
    await expect(check(path, { printer: 'nobody' })).rejects.toThrow(/--printer takes .*kdp/);
  });

  it('is judged as a cover where a printer gets a single page, or somebody says so', async () => {
    const path = join(folder, 'cover.pdf');
    await writeFile(path, await pressPdf());
    const asCover = await check(path, { printer: 'kdp' });
    expect(asCover.messages.map(({ rule, reason }) => `${rule} ${reason}`)).toEqual([
      expect.stringContaining('pdf-page-size The cover is 300 × 400 pt'),
    ]);
    expect(await check(path, { as: 'cover' })).toMatchObject({ ok: true, messages: [] });
  });

  it('is known by its content where its name says nothing', async () => {
    const path = join(folder, 'unnamed');
    await writeFile(path, await pressPdf());
    expect(await check(path)).toMatchObject({ ok: true, artifacts: [{ kind: 'pdf' }] });
    await writeFile(join(folder, 'text.txt'), 'Hello');
    await expect(check(join(folder, 'text.txt'))).rejects.toThrow('neither a PDF nor an EPUB');
    await expect(check(join(folder, 'nowhere.pdf'))).rejects.toThrow('no file or folder');
    await expect(check('/dev/zero')).rejects.toThrow('neither a file nor a folder');
  });

  it('may be no EPUB', async () => {
    const path = join(folder, 'book.epub');
    await writeFile(path, 'no archive');
    const { ok, messages } = await check(path);
    expect(ok).toBe(false);
    expect(messages[0]?.rule).toMatch(/^epubcheck\//);
  });
});
