import type { Element, Root, RootContent } from 'hast';
import { VFile } from 'vfile';
import { sections, type Assets, type Book, type Hast } from '../../../src/book/book.ts';
import type { NoteCount } from '../../../src/book/conservation.ts';
import { inOrder } from '../../../src/book/messages/messages.ts';
import { checkNotesInEpub } from '../../../src/prove/notes/epub-notes.ts';
import { expectedNotes, type ExpectedNote } from '../../../src/prove/notes/expected-notes.ts';
import type { NoteProof } from '../../../src/prove/notes/losses.ts';
import { checkNotesInPdf } from '../../../src/prove/notes/pdf-notes.ts';
import { checkNotesInPress } from '../../../src/prove/notes/press-notes.ts';
import { expectedText, type ExpectedSection } from '../../../src/prove/text/expected-text.ts';
import { provePdfText } from '../../../src/prove/text/pdf-text.ts';
import { emitEpub } from '../../../src/emit/epub/emit-epub.ts';
import { embeddedFonts } from '../../../src/emit/fonts.ts';
import type { RunningBrowser } from '../../../src/emit/pdf/browser/browser.ts';
import { finishBook } from '../../support/finish-book.ts';
import { textAreaOf } from '../../../src/emit/pdf/page/geometry.ts';
import { bookToHast } from '../../../src/html/book-to-hast.ts';
import { parseManuscript } from '../../../src/markdown/parse-manuscript.ts';
import { attachMatter } from '../../../src/matter/attach-matter.ts';
import { readManuscript } from '../../../src/read/manuscript.ts';
import { readProfiles } from '../../../src/read/printers/profiles.ts';
import { readTheme } from '../../../src/read/templates/theme.ts';
import { makeMetadata } from '../../builders/metadata.ts';
import { folderOf } from '../../builders/folder.ts';
import { held } from '../../builders/held.ts';

/** What a check counted, and what it said, as "line reason". */
export interface Verdict extends NoteCount {
  readonly said: string[];
}

/** A book on its way to the editions. */
export interface Prepared {
  readonly expected: ExpectedNote[];
  readonly text: ExpectedSection[];
  readonly html: Book<Hast>;
}

/** A book of the files given, taken through the real steps up to its HTML. */
export async function prepare(files: Readonly<Record<string, string>>): Promise<Prepared> {
  const folder = await folderOf({ 'book.yaml': 'title: Notes\nlanguage: en\n', ...files });
  const written = parseManuscript(await readManuscript(folder, {}));
  const complete = attachMatter(written);
  return {
    expected: expectedNotes(written, complete),
    text: expectedText(complete),
    html: bookToHast(complete).book,
  };
}

const noAssets: Assets = new Map();

/** A book.yaml that names no profile. */
const start = { line: 1, column: 1 };
const unnamed = {
  file: new VFile({ path: 'book.yaml' }),
  metadata: makeMetadata(),
  places: { valueAt: () => start, keyAt: () => start },
};

export async function judgeEpub({ expected, html }: Prepared): Promise<Verdict> {
  const theme = await readTheme('literary');
  const epub = await emitEpub(html, noAssets, { fonts: [], stylesheet: theme.stylesheets.epub });
  return verdict(await checkNotesInEpub(held(epub), expected));
}

export async function judgePdf(
  { expected, text, html }: Prepared,
  browser: RunningBrowser,
): Promise<Verdict> {
  const theme = await readTheme('literary');
  const { fonts } = await embeddedFonts(html, theme.fonts, '0123456789.ivx-‐*† ');
  const looks = { fonts, stylesheets: [theme.stylesheets.print] };
  const { screen = new Uint8Array(), pageMap } = await finishBook(html, noAssets, looks, browser);
  const missing = new Set<string>();
  const { losses } = provePdfText(screen, 'pdf', text, { anchors: pageMap.anchors, missing });
  return verdict(checkNotesInPdf(screen, expected, { missing, losses }));
}

/** What the check of the press PDF says, whose content is that of the PDF for screens. */
export async function judgePress(
  { expected, text, html }: Prepared,
  browser: RunningBrowser,
): Promise<Verdict> {
  const theme = await readTheme('literary');
  const { fonts } = await embeddedFonts(html, theme.fonts, '0123456789.ivx-‐*† ');
  const looks = { fonts, stylesheets: [theme.stylesheets.print] };
  const profiles = await readProfiles('', unnamed);
  const made = await finishBook(html, noAssets, looks, browser, profiles);
  const { anchors } = made.pageMap;
  const { losses } = provePdfText(made.press ?? new Uint8Array(), 'print', text, {
    anchors,
    textArea: textAreaOf(made.geometry),
    missing: new Set(),
  });
  const { count, messages } = checkNotesInPress(expected, { anchors, losses });
  return verdict({ count: { ...count, citations: 0, backlinks: 0 }, messages });
}

function verdict({ count, messages }: NoteProof<NoteCount>): Verdict {
  return { ...count, said: inOrder(messages).map(({ line, reason }) => `${line} ${reason}`) };
}

/** The book with every element of its sections replaced by what `change` makes of it. */
export function changed(
  { html, ...expected }: Prepared,
  change: (element: Element) => ReadonlyArray<RootContent>,
): Prepared {
  const visit = (node: RootContent): RootContent[] => {
    if (node.type !== 'element') return [node];
    return change({ ...node, children: node.children.flatMap(visit) as Element['children'] }).slice();
  };
  const tree = (root: Root): Root => ({ ...root, children: root.children.flatMap(visit) });
  const all = new Map(
    sections(html).map((section) => [section.id, { ...section, tree: tree(section.tree) }]),
  );
  const part = (list: Book<Hast>['body']) => list.map((section) => all.get(section.id) ?? section);
  return {
    ...expected,
    html: { ...html, front: part(html.front), body: part(html.body), back: part(html.back) },
  };
}
