import { messageAt, type Message } from '../../book/messages/messages.ts';
import type { TextLoss } from './prove-text.ts';

/**
 * What is told of text that an edition lost, at its block; notes are told of by their own proof.
 *
 * @param edition as messages call it: `EPUB`
 */
export function textLosses(edition: string, losses: ReadonlyArray<TextLoss>): Message[] {
  return losses
    .filter(({ passage }) => passage.note === undefined)
    .map(({ passage, loss }) => {
      const reason =
        loss.kind === 'broken'
          ? `In the ${edition} the text breaks off after “${loss.after}”`
          : `In the ${edition} the text “${loss.excerpt}” is missing`;
      return messageAt(passage.file, 'text-lost', reason, passage.position);
    });
}

/** The first loss of each note, by its id. */
export function lossesOfNotes(losses: ReadonlyArray<TextLoss>): Map<string, TextLoss> {
  const first = new Map<string, TextLoss>();
  for (const each of losses) {
    const { note } = each.passage;
    if (note !== undefined && !first.has(note)) first.set(note, each);
  }
  return first;
}
