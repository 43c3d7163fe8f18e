import type { VFile } from 'vfile';
import { pointIn } from '../../book/messages/point-in.ts';
import { report } from '../../book/messages/messages.ts';
import type { Draft } from '../draft.ts';
import { identifierOf, withoutStar } from './note-label.ts';

/** Reports labels under `markedNotes` in the front matter of a file that no note in it has. */
export function reportUnknownLabels(draft: Draft, file: VFile): void {
  const { markedNotes } = draft.frontMatter;
  if (markedNotes === undefined || markedNotes === 'all') return;
  const source = String(file);
  const known = new Set([...draft.citable.keys()].map(withoutStar));
  for (const label of markedNotes) {
    if (known.has(identifierOf(withoutStar(label)))) continue;
    const at = source.indexOf(label, Math.max(0, source.indexOf('markedNotes:')) + 'markedNotes:'.length);
    const place = at === -1 ? undefined : pointIn(file, at);
    report(file, 'note-undefined', `No note of this file has the label "${label}"`, place, {
      hint: 'Correct the label under `markedNotes:`, or remove it.',
    });
  }
}
