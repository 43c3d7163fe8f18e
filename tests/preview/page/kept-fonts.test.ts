import { afterEach, expect, it, vi } from 'vitest';
import { KeptFonts } from '../../../src/preview/page/kept-fonts.ts';

const css = `@font-face { font-family: A; src: url("../fonts/a.ttf") }
@font-face { font-family: B; src: url(../fonts/b.otf) }
p { background: url(../images/c.png) }`;

const files =
  (fonts: Readonly<Record<string, Blob>>) =>
  async (name: string): Promise<Blob | undefined> =>
    fonts[name];

afterEach(() => vi.restoreAllMocks());

it('has the same address for a font as long as it is the same', async () => {
  const fonts = new KeptFonts();
  const revoked = vi.spyOn(URL, 'revokeObjectURL');
  const b = new Blob(['two']);
  const load = files({ 'OEBPS/fonts/a.ttf': new Blob(['one']), 'OEBPS/fonts/b.otf': b });
  const first = await fonts.within(css, 'OEBPS/styles/book.css', load);
  expect(first).toMatch(/url\("blob:[^"]+"\)[^]*url\("blob:[^"]+"\)[^]*url\(\.\.\/images\/c\.png\)/);
  const again = files({ 'OEBPS/fonts/a.ttf': new Blob(['one']), 'OEBPS/fonts/b.otf': b });
  expect(await fonts.within(css, 'OEBPS/styles/book.css', again)).toBe(first);
  expect(revoked).not.toHaveBeenCalled();
});

it('lets go of a font that is another now', async () => {
  const fonts = new KeptFonts();
  const revoked = vi.spyOn(URL, 'revokeObjectURL');
  const addresses = async (text: string): Promise<string[]> => {
    const load = files({ 'OEBPS/fonts/a.ttf': new Blob([text]) });
    const shown = await fonts.within(css, 'OEBPS/styles/book.css', load);
    // One that is not there stays as it is.
    expect(shown).toContain('url(../fonts/b.otf)');
    return [...shown.matchAll(/blob:[^"]+/g)].map(([found]) => found);
  };
  const [first] = await addresses('one');
  const [second] = await addresses('six');
  expect(second).not.toBe(first);
  expect(revoked.mock.calls).toEqual([[first]]);
  expect(await addresses('six')).toEqual([second]);
});
