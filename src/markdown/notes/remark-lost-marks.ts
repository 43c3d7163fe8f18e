import type { Root } from 'mdast';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { furtherPlaces } from '../../book/messages/further-places.ts';
import { report } from '../../book/messages/messages.ts';
import { identifierOf } from './note-label.ts';
import { scanProse } from '../scan-prose.ts';

/** What looks like a mark and stayed text; `\[^x]` is meant as text. */
const lost = { signs: ['[^'], pattern: /(?<!\\)\[\^([^\][\0]{1,100})\]/g };

/**
 * Finds marks of notes that were read as plain text: those with blanks in their label, which
 * GFM does not allow, are reported; the others, directly before a parenthesis, go into
 * `draft.unresolved`.
 */
export function remarkLostMarks() {
  return (tree: Root, file: VFile): void => {
    const spaced = new Map<string, Point[]>();
    scanProse(tree, file, [lost], (_lost, [written, label = ''], place) => {
      if (!/\s/.test(label)) {
        file.data.draft?.unresolved.push({ written, identifier: identifierOf(label), place });
        return;
      }
      // Its note has been found, then.
      file.data.draft?.cited.add(identifierOf(label.trim()));
      file.data.draft?.cited.add(identifierOf(label.trim().replace(/\s+/g, '-')));
      const shown = label.replace(/\s+/g, ' ');
      spaced.set(shown, [...(spaced.get(shown) ?? []), place]);
    });
    for (const [label, [first, ...others]] of spaced) {
      const further = furtherPlaces(others.map((point) => ({ file, point })));
      const reason = `[^${label}] is no note mark, because its label has a blank${further}`;
      report(file, 'note-undefined', reason, first, {
        hint: `Write [^${label.trim().replaceAll(' ', '-')}], in the text and before the note.`,
      });
    }
  };
}
