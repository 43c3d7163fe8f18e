import { staysInside } from '../../book/addresses/stays-inside.ts';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { limits } from '../../book/limits.ts';
import type { AssetReference } from '../../book/book.ts';
import { excerpt } from '../../book/messages/excerpt.ts';
import { pointIn } from '../../book/messages/point-in.ts';
import { report } from '../../book/messages/messages.ts';
import type { CssReference } from '../../css/css-references.ts';
import { fileAddress } from '../../css/file-address.ts';
import { reportCost } from './costs.ts';
import { readText } from '../files/text-file.ts';

const largest = limits['theme-css-size'].most;

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
  await reportCost(file);
  await leaveOutPages(file);
  const places = await placesIn(file);
  for (const { reference, position } of places) {
    const flaw = flawOf(reference);
    if (flaw === undefined) continue;
    const { reason, ...options } = flaw;
    report(file, 'stylesheet-url', reason, position.start, options);
  }
  await reportLocalFaces(file, places);
  return { file, images: filesAt(places, file).filter((each) => !isFont(each.path)) };
}

/** The page is laid out by the measures of book.yaml; blanks keep all other places as they are. */
async function leaveOutPages(file: VFile): Promise<void> {
  let css = String(file);
  if (!css.includes('@')) return;
  const { atRules } = await import('../../css/at-rules.ts');
  for (const { start, end } of atRules(css, 'page')) {
    const reason = 'The rule @page is left out: the page is that of book.yaml';
    report(file, 'stylesheet-page', reason, pointIn(file, start));
    css = `${css.slice(0, start)}${css.slice(start, end).replaceAll(/[^\n]/g, ' ')}${css.slice(end)}`;
  }
  file.value = css;
}

/** A face that no file brings is refused by the browser, which sees no fonts of the machine. */
async function reportLocalFaces(file: VFile, places: ReadonlyArray<Place>): Promise<void> {
  const css = String(file);
  if (!/local\(/i.test(css)) return;
  const { atRules } = await import('../../css/at-rules.ts');
  for (const { start, end } of atRules(css, 'font-face')) {
    const local = /\blocal\([^)]*\)?/i.exec(css.slice(start, end));
    const isBrought = places.some(({ reference: { offset } }) => offset >= start && offset < end);
    if (local === null || isBrought) continue;
    const reason = `The font is that of a computer only: ${excerpt(local[0])}`;
    report(file, 'stylesheet-url', reason, pointIn(file, start + local.index), {
      hint: 'Put the file of the font into fonts/ and name it: src: url(fonts/…).',
    });
  }
}

/**
 * The fonts a stylesheet asks for, each at its place.
 *
 * @param file a stylesheet as {@link readStylesheet} returns it
 */
export async function fontReferences(file: VFile): Promise<AssetReference[]> {
  return filesAt(await placesIn(file), file).filter((each) => isFont(each.path));
}

function isFont(path: string): boolean {
  return path.startsWith('fonts/') || /\.(?:ttf|otf|ttc|otc|woff2?|eot)$/i.test(path);
}

/** Where the stylesheet asks for something. */
interface Place {
  readonly reference: CssReference;
  readonly position: Position;
}

async function placesIn(file: VFile): Promise<Place[]> {
  // Most books have no theme.css and need no reader of CSS here.
  const { cssReferences } = await import('../../css/css-references.ts');
  return cssReferences(String(file)).map((reference) => {
    const start = pointIn(file, reference.offset);
    return { reference, position: { start, end: start } };
  });
}

/** What is wrong with a reference, as a sentence, and what to do about it. */
function flawOf(reference: CssReference): { readonly reason: string; readonly hint?: string } | undefined {
  const { kind, address } = reference;
  if (kind === 'import') {
    return {
      reason: 'The stylesheet imports another',
      hint: 'Copy the rules of the other stylesheet into theme.css.',
    };
  }
  if (kind === 'unclear') {
    return {
      reason: `No address can be read from ${excerpt(address)}`,
      hint: 'Write the address in quotes on one line: url("images/a drawing.png").',
    };
  }
  if (pathOf(reference) !== undefined) return undefined;
  return { reason: `"${excerpt(address)}" is no file below fonts/ or images/` };
}

function filesAt(places: ReadonlyArray<Place>, file: VFile): AssetReference[] {
  return places.flatMap(({ reference, position }) => {
    const path = pathOf(reference);
    return path === undefined ? [] : [{ path, file, position }];
  });
}

function pathOf({ kind, address }: CssReference): string | undefined {
  if (kind !== 'url') return undefined;
  const { path } = fileAddress(address);
  return staysInside(path) && /^(?:fonts|images)\/./.test(path) ? path : undefined;
}
