import { didYouMean } from '../../book/nearest.ts';
import { inOtherCase } from '../files/name-on-disk.ts';
import { siblingsOf } from '../files/safe-file.ts';

/** A question for the author: the file that only its letter case tells from the one named, or one beside it that is like it. */
export async function nearTo(root: string, path: string): Promise<string | undefined> {
  const same = await inOtherCase(root, path);
  if (same !== path) return `Did you mean "${same}"? Names are told apart by their letter case, too.`;
  const folder = folderOf(path);
  const siblings = await siblingsOf(root, path);
  const like = siblings.filter((name) => didYouMean(nameOf(path), [name]) !== undefined);
  const near = didYouMean(
    path,
    like.map((name) => `${folder}${name}`),
  );
  if (near !== undefined) return near;
  const elsewhere = await namesakesOf(root, path);
  return elsewhere.length === 0
    ? undefined
    : `Did you mean ${elsewhere.map((each) => `"${each}"`).join(' or ')}?`;
}

/** What pictures are named. */
const pictures = /\.(?:jpe?g|png|svg|gif|webp|avif|tiff?|bmp)$/i;

/** Files that have the name of one without its ending, in its folder and those beside, or its name: three at most. */
async function namesakesOf(root: string, path: string): Promise<string[]> {
  const folder = folderOf(path);
  const top = await siblingsOf(root, 'any');
  const found: string[] = [];
  for (const where of new Set([folder, '', ...top.map((name) => `${name}/`)])) {
    for (const name of await siblingsOf(root, `${where}any`)) {
      const isLike = where === folder ? stemOf(name) === stemOf(nameOf(path)) : name === nameOf(path);
      if (isLike && pictures.test(name)) found.push(`${where}${name}`);
    }
  }
  return found.slice(0, 3);
}

function stemOf(name: string): string {
  return name.replace(/\.[^.]*$/, '').toLowerCase();
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** With its slash; of a file in no folder nothing. */
function folderOf(path: string): string {
  return path.slice(0, path.length - nameOf(path).length);
}
