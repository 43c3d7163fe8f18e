import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import JSZip from 'jszip';
import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import { build, type BuildResult } from '../../src/build/build.ts';
import { folderOf } from '../builders/folder.ts';
import { held } from '../builders/held.ts';
import { photograph } from '../builders/photographs.ts';
import { pictureBook } from '../builders/picture-book.ts';
import { pixelAt } from '../builders/rasters.ts';

const cli = new URL('../../lib/cli.js', import.meta.url).pathname;

const epubOf = ({ artifacts }: BuildResult): Uint8Array =>
  held(artifacts.find(({ kind }) => kind === 'epub')?.bytes);

/** The pictures in an EPUB by name. */
async function picturesIn(epub: Uint8Array): Promise<Map<string, Buffer>> {
  const { files } = await JSZip.loadAsync(epub);
  const names = Object.keys(files).filter((name) => name.startsWith('OEBPS/images/'));
  const read = async (name: string) => [name.slice(13), await files[name]!.async('nodebuffer')] as const;
  return new Map(await Promise.all(names.map(read)));
}

describe('pictures in the e-book', () => {
  it('are upright, in sRGB, in formats all know and no larger than is asked for', async () => {
    const folder = await folderOf(await pictureBook());
    const result = await build(folder, { only: ['epub'] });
    expect(result.messages).toEqual([]);
    const pictures = await picturesIn(epubOf(result));
    const facts = await Promise.all(
      [...pictures].map(async ([name, bytes]) => {
        const { format, width, height, space, hasProfile, orientation } = await sharp(bytes).metadata();
        expect({ name, space, hasProfile, orientation }).toEqual({ name, space: 'srgb', hasProfile: false });
        return `${name} ${format} ${width} × ${height}`;
      }),
    );
    expect(facts.toSorted()).toEqual([
      'cmyk.jpg jpeg 32 × 16',
      'cover.jpg jpeg 2133 × 2560',
      'fine.jpg jpeg 32 × 16',
      'large.jpg jpeg 1000 × 500',
      'large.png png 500 × 1000',
      'new.jpg jpeg 32 × 16',
      'scan.jpg jpeg 32 × 16',
      'turned.jpg jpeg 16 × 32',
      'web.jpg jpeg 32 × 16',
      'wide.jpg jpeg 32 × 16',
    ]);
    expect(pictures.get('fine.jpg')).toEqual(Buffer.from(photograph));
    const [red, green, blue] = await pixelAt(pictures.get('turned.jpg')!, 8, 4);
    expect(red! - Math.max(green!, blue!)).toBeGreaterThan(200);
  });

  it('are the same when they come from an earlier build', async () => {
    const folder = await folderOf(await pictureBook());
    vi.stubEnv('XDG_CACHE_HOME', await folderOf({}));
    const builds = [await build(folder, { only: ['epub'] })];
    for (const threads of [1, 2] as const)
      builds.push(await build(folder, { only: ['epub'], cache: true, threads }));
    const [cold, first, warm] = builds.map(epubOf);
    expect(first).toEqual(cold);
    expect(warm).toEqual(cold);
  });

  it('are told of where there is no library for them', { timeout: 60_000 }, async () => {
    const { 'scan.tif': tiff, 'new.avif': _, ...files } = await pictureBook();
    const hook = `export async function resolve(name, context, next) {
      if (name === 'sharp') throw new Error('Could not load the "sharp" module');
      return next(name, context);
    }`;
    const asModule = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`;
    const start = `import { register } from 'node:module'; register(${JSON.stringify(asModule(hook))});`;
    const buildWithout = async (folder: string): Promise<BuildResult> => {
      const args = [cli, 'build', folder, '--only', 'epub', '--json', '--out', join(folder, 'out')];
      // The process that makes pictures inherits the option.
      const env = { ...process.env, EPUBCHECK: 'off', NODE_OPTIONS: `--import=${asModule(start)}` };
      const run = promisify(execFile)(process.execPath, args, { env });
      const { stdout } = await run.catch((error: { readonly stdout: string }) => error);
      return JSON.parse(stdout) as BuildResult;
    };
    const text = String(files['one.md']);
    const without = text.replaceAll(/!\[[^\]]*\]\((?:scan|new)[^)]*\)\n*/g, '');
    const folder = await folderOf({ ...files, 'one.md': without });
    const scans = await folderOf({
      'book.yaml': 'title: Scans\nlanguage: en\ncontributors: [{ name: A. Author, role: author }]\n',
      'one.md': '# One\n\n![A scan](scan.tif)\n',
      'scan.tif': tiff!,
    });
    expect(await buildWithout(folder)).toMatchObject({
      ok: true,
      messages: [
        {
          file: 'book.yaml',
          line: 4,
          severity: 'warning',
          rule: 'image-unfit',
          reason: expect.stringMatching(
            /^The image "cover.jpg" has more than 2560 pixels on its longer side, and is in the e-book so: .* not installed on this machine; next one.md:5:1, one.md:7:1, one.md:9:1 …$/,
          ),
        },
      ],
    });
    expect(await buildWithout(scans)).toMatchObject({
      ok: false,
      messages: [{ file: 'one.md', line: 3, severity: 'error', rule: 'image-format' }],
    });
  });
});
