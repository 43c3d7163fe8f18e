import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { furtherPlaces } from '../../book/messages/further-places.ts';
import { report } from '../../book/messages/messages.ts';
import { identifierOf } from './note-label.ts';

/** A line that begins as a note does, behind a tab or four blanks, or with its caret beside the bracket. */
const line =
  /^(?:(?:[ ]{4}|[ ]{0,3}\t)[ \t]*\[\^([^\][\s^]+)\]|[ \t]{0,100}\^\[([^\][\s^]+)\]|[ \t]{0,100}\[([^\][\s^]+)\^\]):/;

/** What notes are defined in lines that are not read as such. */
export class HiddenNotes {
  readonly #indented = new Map<string, Point>();
  readonly #otherwise = new Set<string>();

  constructor(private readonly file: VFile) {
    for (const [index, text] of String(file).split('\n').entries()) {
      const [, indented, before, behind] = line.exec(text) ?? [];
      const column = text.search(/[^ \t]/) + 1;
      if (indented !== undefined) this.#indented.set(identifierOf(indented), { line: index + 1, column });
      const slipped = before ?? behind;
      if (slipped !== undefined) this.#otherwise.add(identifierOf(slipped));
    }
  }

  /** Whether a line of the file begins as the note would: the message that it is none tells of its marks, too. */
  has(identifier: string): boolean {
    return this.#indented.has(identifier) || this.#otherwise.has(identifier);
  }

  /**
   * Reports once for the file the lines that are code because they are indented, though marks cite them as notes.
   *
   * @param cited the identifiers of marks that cite no note
   */
  report(cited: ReadonlySet<string>): void {
    const { file } = this;
    const [first, ...others] = [...this.#indented].filter(([identifier]) => cited.has(identifier));
    if (first === undefined) return;
    const further = furtherPlaces(others.map(([, point]) => ({ file, point })));
    report(
      file,
      'note-undefined',
      `The note [^${first[0]}] is code, because its line is indented by a tab or four blanks${further}`,
      first[1],
      { hint: `Begin the line with the note: [^${first[0]}]: Text of the note.` },
    );
  }
}
