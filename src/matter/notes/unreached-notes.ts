import { visit } from 'unist-util-visit';
import type { Note } from '../../book/book.ts';
import { report } from '../../book/messages/messages.ts';
import type { NoteReference } from '../../book/nodes.ts';

/**
 * Reports notes that only other unread notes cite, so that no reader comes upon them. Notes without
 * any mark are none of its business: they are reported where notes are collected.
 *
 * @param notes the notes that no text leads to
 * @param circular the ids of notes that are part of a circle, which is reported already
 */
export function reportUnreached(notes: ReadonlyArray<Note>, circular: ReadonlySet<string>): void {
  const cited = new Set<string>();
  for (const { tree } of notes) {
    visit(tree, 'noteReference', (mark: NoteReference) => void cited.add(mark.noteId));
  }
  for (const { id, label, tree, file } of notes) {
    if (!cited.has(id) || circular.has(id)) continue;
    report(file, 'note-unused', `Only notes that the text never cites lead to the note [^${label}]`, tree);
  }
}
