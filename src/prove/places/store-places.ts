import type { Point } from 'unist';
import type { Message } from '../../book/messages/messages.ts';
import { reasonWithPlace } from '../../book/messages/told-elsewhere.ts';
import type { SellingPlaces } from '../../book/store.ts';
import type { WrittenBook } from '../../book/written.ts';
import { openEpub } from '../epub-container.ts';
import { placedInManuscript } from './epub-places.ts';

/**
 * What stores find wrong with the e-book of a manuscript, told there: at the text it comes from, at the first place
 * that shows a picture, or in book.yaml.
 *
 * @param epub the finished file
 * @param name its file name, with which the files of the findings begin
 * @param findings as they are judged
 * @param written where the book as it was packed was written
 */
export function placedForStores(
  epub: Uint8Array,
  name: string,
  findings: ReadonlyArray<Message>,
  written: WrittenBook,
  { file, places }: SellingPlaces,
): Promise<Message[]> {
  return Promise.all(
    findings.map(async (finding) => {
      const { line, column } = inBookYaml(finding, places);
      const there = { ...finding, reason: reasonWithPlace(finding), file, line, column };
      if (finding.rule.startsWith('epub-cover')) return there;
      const shown = await whereShown(finding, name, epub);
      const [placed = shown] = await placedInManuscript(epub, name, [shown], written, '');
      return placed === shown
        ? there
        : { ...there, file: placed.file, line: placed.line, column: placed.column };
    }),
  );
}

function inBookYaml({ rule, reason }: Message, places: SellingPlaces['places']): Point {
  if (rule.startsWith('epub-cover')) return places.cover;
  if (rule !== 'epub-metadata') return places.store;
  return reason.includes('description') ? places.description : places.isbn;
}

/** A finding about a picture where it is first shown; any other as it is. */
async function whereShown(finding: Message, name: string, epub: Uint8Array): Promise<Message> {
  const path = finding.file.slice(name.length + 1);
  if (path === '' || /\.(?:xhtml|opf|css)$/.test(path)) return finding;
  const { spine, read } = await openEpub(epub);
  for (const document of spine) {
    const xhtml = await read(document);
    const folder = document.slice(0, document.lastIndexOf('/') + 1);
    const at = xhtml.indexOf(`src="${path.slice(folder.length)}"`);
    if (at === -1) continue;
    const before = xhtml.slice(0, xhtml.indexOf('>', at) + 1).split('\n');
    const column = (before.at(-1) ?? '').length + 1;
    return { ...finding, file: `${name}/${document}`, line: before.length, column };
  }
  return finding;
}
