import { report } from '../../book/messages/messages.ts';
import type { CitableNote, Draft } from '../draft.ts';
import { isBracketed, markOf } from './note-label.ts';

/**
 * Reports the notes of a file that no mark cites, each at its definition.
 *
 * @param sought notes that marks of other files were meant for, which was told of there
 */
export function reportUncited(draft: Draft, sought: ReadonlySet<CitableNote>): void {
  for (const [identifier, note] of draft.citable) {
    if (draft.cited.has(identifier) || sought.has(note)) continue;
    const { label, file, position } = note;
    const mark = markOf(identifier, label);
    const hint = isBracketed(identifier) ? { hint: `Cite it in the text with ${mark}, or delete it.` } : {};
    report(file, 'note-unused', `No mark cites the note ${mark}`, position, hint);
  }
}
