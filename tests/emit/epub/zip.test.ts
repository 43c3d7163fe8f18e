import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { describe, expect, it, onTestFinished } from 'vitest';
import { zip } from '../../../src/emit/epub/zip.ts';
import { ByteSink } from '../../../src/machine/bytes/byte-sink.ts';
import { held } from '../../builders/held.ts';

const files = new Map<string, string | Uint8Array>([
  ['OEBPS/b.xhtml', 'wave '.repeat(100)],
  ['OEBPS/a.png', new Uint8Array(500)],
  ['OEBPS/čaj.xhtml', 'Čaj'],
  ['OEBPS/content.opf', '<package/>'],
  ['META-INF/container.xml', '<container/>'],
  ['mimetype', 'application/epub+zip'],
]);

const modified = new Date('2024-01-02T03:04:07Z');

async function zipped(given: Parameters<typeof zip>[0], date: Date): Promise<Uint8Array> {
  const archive = new ByteSink(undefined);
  await zip(given, date, archive);
  return held(await archive.end());
}

describe('zip', () => {
  it('puts what readers look for first, then the rest by name', async () => {
    const bytes = await zipped(files, modified);
    expect(Buffer.from(bytes.subarray(0, 58)).toString('latin1').slice(30)).toBe(
      'mimetypeapplication/epub+zip',
    );
    expect(Object.keys((await JSZip.loadAsync(bytes)).files)).toEqual([
      'mimetype',
      'META-INF/container.xml',
      'OEBPS/content.opf',
      'OEBPS/a.png',
      'OEBPS/b.xhtml',
      'OEBPS/čaj.xhtml',
    ]);
  });

  it('gives back what was put in, with the sums another reader checks', async () => {
    const archive = await JSZip.loadAsync(await zipped(files, modified), { checkCRC32: true });
    for (const [name, content] of files)
      expect(await archive.file(name)?.async('nodebuffer')).toEqual(Buffer.from(content));
  });

  it('deflates texts, and leaves what is packed already', async () => {
    const bytes = Buffer.from(await zipped(files, modified));
    const entry = (name: string): { method: number; packed: number; extra: number } => {
      const at = bytes.indexOf(name) - 30;
      return {
        method: bytes.readUInt16LE(at + 8),
        packed: bytes.readUInt32LE(at + 18),
        extra: bytes.readUInt16LE(at + 28),
      };
    };
    expect(entry('mimetype')).toEqual({ method: 0, packed: 20, extra: 0 });
    expect(entry('OEBPS/a.png')).toEqual({ method: 0, packed: 500, extra: 0 });
    expect(entry('OEBPS/b.xhtml')).toMatchObject({ method: 8, extra: 0 });
    expect(entry('OEBPS/b.xhtml').packed).toBeLessThan(50);
  });

  it('dates every file in steps of two seconds, and none before 1980 or after 2107', async () => {
    const datesOf = async (date: Date): Promise<Set<string>> => {
      const entries = Object.values((await JSZip.loadAsync(await zipped(files, date))).files);
      return new Set(entries.map((entry) => entry.date.toISOString()));
    };
    expect(await datesOf(modified)).toEqual(new Set(['2024-01-02T03:04:06.000Z']));
    expect(await datesOf(new Date(0))).toEqual(new Set(['1980-01-01T00:00:00.000Z']));
    expect(await datesOf(new Date('9999-01-01'))).toEqual(new Set(['2107-12-31T23:59:58.000Z']));
  });

  it('gives equal bytes for equal files in any order', async () => {
    const reversed = new Map([...files].toReversed());
    expect(Buffer.from(await zipped(reversed, modified)).equals(await zipped(files, modified))).toBe(true);
  });
});

describe('zip of what would fill the memory', () => {
  it('packs a large film as it is, with the sum that another reader checks', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'colophon-zip-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const film = Buffer.alloc((4 << 20) + 321, 'film');
    const file = join(folder, 'film.mp4');
    await writeFile(file, film);
    const sha256 = createHash('sha256').update(film).digest('hex');
    const packed = await zipped(
      new Map([['OEBPS/film.mp4', { file, length: film.length, sha256 }]]),
      modified,
    );
    const whole = await zipped(new Map([['OEBPS/film.mp4', film]]), modified);
    expect(Buffer.from(packed).equals(whole)).toBe(true);
    await writeFile(file, Buffer.alloc(film.length));
    await expect(
      zipped(new Map([['OEBPS/film.mp4', { file, length: film.length, sha256 }]]), modified),
    ).rejects.toThrow('was changed');
  });
});
