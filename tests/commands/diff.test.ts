import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterAll, expect, test } from 'vitest';
import { diff } from '../../src/commands/diff.ts';
import { manifestWith, releasedSection } from '../builders/compared-release.ts';

const folder = mkdtempSync(join(tmpdir(), 'colophon-diff-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const old = manifestWith({ contents: [releasedSection('one')], pages: 4 });
const next = manifestWith({ contents: [releasedSection('one', { text: 'new', words: 1001 })], pages: 4 });

function releaseIn(name: string, manifest: unknown): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'release.json'), JSON.stringify(manifest));
  return path;
}

async function archiveOf(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const zip = new JSZip();
  for (const [path, text] of Object.entries(files)) zip.file(path, text);
  const path = join(folder, name);
  writeFileSync(path, await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }));
  return path;
}

test('takes folders, archives and manifests', async () => {
  const one = releaseIn('old', old);
  const archive = await archiveOf('next.zip', {
    'dist/release.json': JSON.stringify(next),
    'dist/a.txt': '',
  });
  const file = join(releaseIn('next', next), 'release.json');
  for (const path of [archive, file]) expect((await diff(one, path)).words).toEqual({ old: 1000, new: 1001 });
});

test('says what is no release', async () => {
  const one = releaseIn('good', old);
  const broken = releaseIn('broken', { artifacts: [] });
  const { contents: _, ...without } = old;
  const earlier = releaseIn('earlier', without);
  mkdirSync(join(folder, 'empty'), { recursive: true });
  writeFileSync(join(folder, 'cut.zip'), 'PK\u0003\u0004 and no more');
  const none = await archiveOf('none.zip', { 'a.txt': '' });
  const two = await archiveOf('two.zip', { 'a/release.json': '{}', 'b/release.json': '{}' });
  const bomb = await archiveOf('bomb.zip', { 'release.json': ' '.repeat(2 ** 26) });
  await expect(diff(one, join(folder, 'absent'))).rejects.toThrow(/There is no file or folder/);
  await expect(diff(one, join(folder, 'empty'))).rejects.toThrow(/There is no release in .*no release\.json/);
  await expect(diff(one, broken)).rejects.toThrow(/is not one of Colophon, or is broken/);
  await expect(diff(earlier, one)).rejects.toThrow(/does not tell of its contents/);
  await expect(diff(one, join(folder, 'cut.zip'))).rejects.toThrow(/is a broken ZIP archive/);
  await expect(diff(none, one)).rejects.toThrow(/holds no release\.json/);
  await expect(diff(two, one)).rejects.toThrow(/holds more than one release\.json/);
  await expect(diff(bomb, one)).rejects.toThrow(/is not one of Colophon, or is broken/);
});

test('knows the spine of a book with a printer, and takes no name of a printer for a path', async () => {
  const print = (printer: string) => ({
    metadata: { print: { trim: { width: 360, height: 576 }, bleed: 0, printer } },
    contents: [releasedSection('one')],
  });
  const thin = releaseIn('thin', manifestWith({ ...print('kdp'), pages: 100 }));
  const thick = releaseIn('thick', manifestWith({ ...print('kdp'), pages: 200 }));
  const { spine } = await diff(thin, thick);
  expect(spine.new).toBeCloseTo(2 * (spine.old ?? 0), 1);
  const odd = releaseIn('odd', manifestWith({ ...print('../themes/literary/theme'), pages: 200 }));
  expect((await diff(thin, odd)).spine.new).toBeUndefined();
});
