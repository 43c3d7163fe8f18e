import { report } from '../../book/messages/messages.ts';
import type { Draft } from '../draft.ts';
import { isBracketed, markOf } from './note-label.ts';

/** Reports the notes of a file that no mark cites, each at its definition. */
export function reportUncited(draft: Draft): void {
  for (const [identifier, { label, file, position }] of draft.citable) {
    if (draft.cited.has(identifier)) continue;
    const mark = markOf(identifier, label);
    const hint = isBracketed(identifier) ? { hint: `Cite it in the text with ${mark}, or delete it.` } : {};
    report(file, 'note-unused', `No mark cites the note ${mark}`, position, hint);
  }
}
