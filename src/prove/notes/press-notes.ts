import type { NoteCount } from '../../book/conservation.ts';
import { lossesOfNotes } from '../text/text-losses.ts';
import type { TextLoss } from '../text/prove-text.ts';
import type { ExpectedNote } from './expected-notes.ts';
import { lossFault, Losses, type NoteProof } from './losses.ts';

/**
 * How many notes the press PDF has, each complete. It has no links and no destinations, so that
 * only its text tells. What is not there is told of as `note-lost`.
 *
 * @param expected the notes of the manuscript
 * @param printed.anchors the page of each note by its id, as the print has it
 * @param printed.losses what the file lacks of the text
 */
export function checkNotesInPress(
  expected: ReadonlyArray<ExpectedNote>,
  printed: { readonly anchors: ReadonlyMap<string, number>; readonly losses: ReadonlyArray<TextLoss> },
): NoteProof<Pick<NoteCount, 'notes'>> {
  const losses = new Losses('press PDF');
  const lost = lossesOfNotes(printed.losses);
  let notes = 0;
  for (const each of expected) {
    const loss = lost.get(each.id)?.loss;
    if (!printed.anchors.has(each.id)) losses.ofNote(each, 'is missing');
    else if (loss !== undefined) losses.ofNote(each, lossFault(loss));
    else notes++;
  }
  return { count: { notes }, messages: losses.messages };
}
