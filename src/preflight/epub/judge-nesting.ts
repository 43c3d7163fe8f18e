import { VFile } from 'vfile';
import type { Message } from '../../book/messages/messages.ts';
import { pointIn } from '../../book/messages/point-in.ts';
import { epubMessage } from './epub-message.ts';
import { openArchive } from './stores/archive.ts';

/** Elements of the running text (https://html.spec.whatwg.org/#phrasing-content), and what stands in some of these alone. */
const phrasing: ReadonlySet<string> = new Set(
  [
    'a abbr area audio b bdi bdo br button canvas cite code data datalist del dfn em embed i iframe img input ins kbd label',
    'link map mark math meta meter noscript object output picture progress q ruby s samp script select slot small span',
    'strong sub sup svg template textarea time u var video wbr',
    'option optgroup param rb rp rt rtc source track',
  ].flatMap((names) => names.split(' ')),
);

/** Elements that hold running text alone; what is neither here nor in the running text is not judged. */
const holders: ReadonlySet<string> = new Set(
  [
    'h1 h2 h3 h4 h5 h6 p pre legend',
    'abbr b bdi bdo button cite code data dfn em i kbd label mark meter output progress q ruby s samp small span strong',
    'sub sup time u var',
  ].flatMap((names) => names.split(' ')),
);

/** Elements that hold what the element around them may hold. */
const transparent: ReadonlySet<string> = new Set(
  'a audio canvas del ins map noscript object slot video'.split(' '),
);

/** Elements whose content is of another vocabulary, or is not shown. */
const foreign: ReadonlySet<string> = new Set(['math', 'svg', 'template']);

/** A tag, or what only looks as if it held some. No value of an attribute has a `<`, so that none is read beyond it. */
const tags =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([a-z][\w:.-]*)(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/g;

/**
 * Elements in the documents of an EPUB that stand where only running text may, as a paragraph in another: EPUBCheck refuses
 * them, its port does not know the content models.
 *
 * @param name the file name, for messages
 */
export async function judgeNesting(epub: Uint8Array, name: string): Promise<Message[]> {
  const files = await openArchive(epub);
  const documents = [...files.values()].filter(({ path }) => /\.x?html?$/i.test(path));
  const found = await Promise.all(
    documents.map(async ({ path, read }) => {
      const text = new TextDecoder().decode(await read());
      const file = new VFile(text);
      return misplacedIn(text).map((each) => ({ ...each, ...pointIn(file, each.at), path }));
    }),
  );
  return found.flat().flatMap(({ element, around, path, line, column }) =>
    epubMessage({
      name,
      code: 'RSC-005',
      severity: 'error',
      text: `element "${element}" not allowed here: "${around}" holds running text alone`,
      path: `${name}/${path}`,
      line,
      column,
    }),
  );
}

/** An element that stands where it may not, in which other, and where in the text. */
interface Misplaced {
  readonly element: string;
  readonly around: string;
  readonly at: number;
}

/** What an open element means for those in it: which element holds running text alone, if one does, and whether they are HTML. */
interface Open {
  readonly holder: string | undefined;
  readonly isForeign: boolean;
}

function misplacedIn(text: string): Misplaced[] {
  const found: Misplaced[] = [];
  const open: Open[] = [];
  for (const { 0: tag, 1: slash, 2: name, index } of text.matchAll(tags)) {
    if (name === undefined) continue;
    if (slash === '/') {
      open.pop();
      continue;
    }
    const { holder, isForeign = false } = open.at(-1) ?? {};
    if (holder !== undefined && !isForeign && !phrasing.has(name) && !name.includes(':'))
      found.push({ element: name, around: holder, at: index });
    if (tag.endsWith('/>')) continue;
    open.push({
      holder: holders.has(name) ? name : transparent.has(name) ? holder : undefined,
      isForeign: isForeign || foreign.has(name),
    });
  }
  return found;
}
