import type { Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { sharedNotesId } from '../../book/ids.ts';
import type { Manuscript } from '../../book/manuscript.ts';
import { report } from '../../book/messages/messages.ts';
import { claimHtmlIds } from '../claim-html-ids.ts';
import { createDraft, type BookIds, type Draft } from '../draft.ts';
import { parseFile, type Reading } from '../parse-file.ts';
import type { LinkedFile } from '../links/link-targets.ts';

/** The shared file of notes, parsed. */
export interface SharedNotes {
  readonly file: VFile;
  /** Its notes, which every other file may cite. */
  readonly draft: Draft;
  readonly links: LinkedFile;
}

/**
 * The notes every chapter may cite, from the file that holds nothing else; whatever else
 * stands in it is reported.
 *
 * @param manuscript the folder as read
 * @param ids those of the book
 * @param reading what reads the files of the book
 */
export function parseSharedNotes(
  manuscript: Manuscript,
  ids: BookIds,
  reading: Reading,
): SharedNotes | undefined {
  const { sharedNotes: file, sharedNotesFrontMatter: frontMatter = {}, metadata, labels } = manuscript;
  if (!file) return undefined;
  const language = frontMatter.language ?? metadata.language;
  const draft = createDraft({
    id: ids.allocate(sharedNotesId),
    frontMatter,
    language,
    wording: { labels, language: metadata.language, spaces: metadata.punctuation.spaces },
    ...ids,
    isShared: true,
  });
  const tree = parseFile(file, draft, 'footnotes', reading);
  reportOthers(tree, draft, file);
  if (language !== metadata.language) {
    for (const [index, note] of draft.notes.entries()) draft.notes[index] = { ...note, language };
  }
  const roots = draft.notes.map((note) => note.tree);
  claimHtmlIds(roots, draft, file);
  return { file, draft, links: { file, anchors: namedAnchors(draft), roots, notes: [draft.citable] } };
}

/** The heading of the file is printed nowhere, so no link can lead to it. */
function namedAnchors({ anchors, id }: Draft): Map<string, string> {
  return new Map([...anchors].filter(([, target]) => target !== id));
}

function reportOthers(tree: Root, draft: Draft, file: VFile): void {
  const firstNote = draft.notes[0]?.tree.position?.start.offset ?? Number.POSITIVE_INFINITY;
  for (const block of tree.children) {
    if (isComment(block)) continue;
    const isText = block.type !== 'heading' && block.type !== 'thematicBreak';
    const mayContinue = isText && (block.position?.start.offset ?? 0) > firstNote;
    const reason = 'The file of shared notes holds something that belongs to no note';
    report(file, 'notes-file', reason, block, mayContinue ? continued : {});
  }
}

const continued = {
  hint: 'Indent it by four spaces if it continues the note above; the file may hold nothing but notes.',
};

function isComment(block: RootContent): boolean {
  return block.type === 'html' && /^<!--[\s\S]*-->$/.test(block.value.trim());
}
