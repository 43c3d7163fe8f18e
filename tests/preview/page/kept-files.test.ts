import { afterEach, expect, it, vi } from 'vitest';
import { KeptFiles } from '../../../src/preview/page/kept-files.ts';

/* The server has answered only what is in a list of the files of some e-books. */

const asked: string[] = [];
function serve(files: Readonly<Record<string, string>>): void {
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    const body = files[path];
    return new Response(body ?? '', { status: body === undefined ? 404 : 200 });
  });
}
afterEach(() => {
  vi.unstubAllGlobals();
  asked.length = 0;
});

const textOf = async (files: KeptFiles, name: string): Promise<string | undefined> =>
  (await files.load(name))?.text();

it('asks once for each file, and again for what was written anew', async () => {
  serve({ 'book/1/a.css': 'styles', 'book/1/a.xhtml': 'one', 'book/2/a.xhtml': 'two' });
  const first = new KeptFiles(1);
  expect(await textOf(first, 'a.css')).toBe('styles');
  expect(await textOf(first, 'none.xml')).toBeUndefined();
  expect(await textOf(first, 'a.xhtml')).toBe('one');
  const second = first.without('a.xhtml', 2);
  expect(await textOf(second, 'a.css')).toBe('styles');
  expect(await textOf(second, 'none.xml')).toBeUndefined();
  expect(await textOf(second, 'a.xhtml')).toBe('two');
  expect(asked).toEqual(['book/1/a.css', 'book/1/none.xml', 'book/1/a.xhtml', 'book/2/a.xhtml']);
});

it('does not take for absent what an e-book that is gone did not answer', async () => {
  serve({ 'book/2/a.css': 'styles' });
  const gone = new KeptFiles(1);
  expect(await textOf(gone, 'a.css')).toBeUndefined();
  expect(await textOf(gone.without('a.xhtml', 2), 'a.css')).toBe('styles');
});
