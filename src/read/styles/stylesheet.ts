import type { VFile } from 'vfile';
import type { AssetReference } from '../../book/book.ts';
import { report } from '../../book/messages/messages.ts';
import { cssReferences } from './css-references.ts';
import { parsePath } from '../files/paths.ts';
import { pointAt } from '../files/point.ts';
import { staysInside } from '../files/safe-file.ts';
import { readText } from '../files/text-file.ts';

const largest = 1 << 20;

/** The author's stylesheet and the files it asks for. */
export interface Stylesheet {
  readonly file: VFile;
  /** Images, each at its place in the stylesheet. */
  readonly images: ReadonlyArray<AssetReference>;
}

/**
 * The author's theme.css, if there is one; what it may not ask for is a message in it.
 *
 * @param root the real path of the manuscript folder
 */
export async function readStylesheet(root: string): Promise<Stylesheet | undefined> {
  const { file, fault } = await readText(root, 'theme.css', largest, 'Keep theme.css below 1 MB.');
  if (fault === 'missing') return undefined;
  return { file, images: references(file, report).filter((each) => !isFont(each.path)) };
}

/**
 * The fonts a stylesheet asks for, each at its place.
 *
 * @param file a stylesheet as {@link readStylesheet} returns it
 */
export function fontReferences(file: VFile): AssetReference[] {
  return references(file).filter((each) => isFont(each.path));
}

function isFont(path: string): boolean {
  return path.startsWith('fonts/') || /\.(?:ttf|otf|ttc|otc|woff2?|eot)$/i.test(path);
}

function references(file: VFile, complain?: typeof report): AssetReference[] {
  const css = String(file.value);
  return cssReferences(css).flatMap((reference) => {
    const start = pointAt(css, reference.offset);
    if (reference.kind === 'import') {
      complain?.(file, 'stylesheet-url', 'The stylesheet imports another', start, {
        hint: 'Copy the rules of the other stylesheet into theme.css.',
      });
      return [];
    }
    const path = pathOf(reference.address);
    if (path === undefined) {
      const reason = `"${shorten(reference.address)}" is no file below fonts/ or images/`;
      complain?.(file, 'stylesheet-url', reason, start);
      return [];
    }
    return [{ path, file, position: { start, end: start } }];
  });
}

function pathOf(address: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(address.replace(/[?#].*$/s, ''));
  } catch {
    return undefined;
  }
  if (!staysInside(decoded)) return undefined;
  const path = parsePath(decoded);
  return /^(?:fonts|images)\/./.test(path) ? path : undefined;
}

function shorten(address: string): string {
  return address.length > 60 ? `${address.slice(0, 59)}…` : address;
}
