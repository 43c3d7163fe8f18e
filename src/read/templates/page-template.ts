import { limits } from '../../book/limits.ts';
import { readFile } from 'node:fs/promises';
import { VFile } from 'vfile';
import { readText } from '../files/text-file.ts';

const folder = new URL('templates/pages/', import.meta.resolve('colophon/package.json'));

const largest = limits['book-yaml-size'].most;

/**
 * The template of a page: the manuscript's own, or else the one that comes with the program.
 *
 * @param root the real path of the manuscript folder
 * @param name the file's name in `pages/`, such as `copyright-page.md`
 */
export async function readPageTemplate(root: string, name: string): Promise<VFile> {
  const path = `pages/${name}`;
  const own = await readText(root, path, largest, `Keep ${path} below 64 KB.`);
  if (own.fault !== 'missing') return own.file;
  return new VFile({ path: `templates/${path}`, value: await readFile(new URL(name, folder), 'utf8') });
}
