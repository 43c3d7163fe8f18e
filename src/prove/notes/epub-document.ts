import { SaxesParser } from 'saxes';
import { resolveAddress } from '../epub-container.ts';

/** A link out of a note or a mark, resolved. */
export interface Link {
  readonly path: string;
  readonly fragment: string;
  /** The accessible name. */
  readonly name: string;
}

/** An element that has the id of a note. */
export interface FoundNote {
  readonly id: string;
  /** The document it stands in. */
  readonly path: string;
  /** Whether it stands in a list of endnotes. */
  readonly listed: boolean;
  /** The number of the list item, or the sign in its text. */
  number: string;
  /** Its text without number, marks and back links. */
  text: string;
  readonly backlinks: Link[];
}

/** An element that has the id of a mark. */
export interface FoundMark extends Link {
  readonly id: string;
  /** The document it stands in. */
  readonly from: string;
  /** Whether it says to be the mark of a note. */
  readonly noteref: boolean;
  text: string;
}

export interface FoundInEpub {
  readonly notes: FoundNote[];
  readonly marks: FoundMark[];
}

/** The ids a book's notes and marks must have. */
export interface WantedIds {
  readonly notes: ReadonlySet<string>;
  readonly marks: ReadonlySet<string>;
}

type Attributes = Readonly<Partial<Record<string, string>>>;

/** An element whose end tag has not come yet. */
interface Open {
  readonly endnotes: boolean;
  /** The number of the next item of a list. */
  next: number;
  readonly note?: FoundNote;
  readonly mark?: FoundMark;
  /** Whether the text inside belongs to no note's own words. */
  readonly apart: boolean;
  readonly sign: boolean;
}

/**
 * The notes and marks of a document, by the ids they must have.
 *
 * Semantics after EPUB 3 Structural Semantics Vocabulary 1.1 and DPUB-ARIA 1.1.
 */
export function findNotes(path: string, xhtml: string, wanted: WantedIds): FoundInEpub {
  const found: FoundInEpub = { notes: [], marks: [] };
  const stack: Open[] = [];
  const enclosing = (): FoundNote | undefined => stack.findLast(({ note }) => note !== undefined)?.note;
  const linkOf = (attributes: Attributes): Link => ({
    ...resolveAddress(attributes['href'] ?? '', path),
    name: attributes['aria-label'] ?? '',
  });

  const open = (name: string, attributes: Attributes): Open => {
    const { id = '', role } = attributes;
    const types = words(attributes['epub:type']);
    const around = enclosing();
    const number = name === 'li' ? countItem(stack.at(-1), attributes['value']) : '';
    const noteref = types.includes('noteref') && role === 'doc-noteref';
    const backlink = role === 'doc-backlink';
    const sign = words(attributes['class']).includes('note-sign');
    const element: Open = {
      endnotes: types.includes('endnotes') && role === 'doc-endnotes',
      next: Number(attributes['start'] ?? 1),
      apart: noteref || backlink || sign,
      sign,
    };
    if (sign && around !== undefined) around.number = '';
    if (backlink) around?.backlinks.push(linkOf(attributes));
    if (wanted.notes.has(id)) {
      const listed = stack.some(({ endnotes }) => endnotes);
      const note: FoundNote = { id, path, listed, number, text: '', backlinks: [] };
      found.notes.push(note);
      return { ...element, note };
    }
    if (wanted.marks.has(id)) {
      const mark: FoundMark = { ...linkOf(attributes), id, from: path, noteref, text: '' };
      found.marks.push(mark);
      return { ...element, mark };
    }
    return element;
  };

  const parser = new SaxesParser({ position: false });
  // A document that is not well-formed is EPUBCheck's to report; what it holds up to there counts.
  parser.on('error', () => undefined);
  parser.on('opentag', ({ name, attributes }) => {
    stack.push(open(name, attributes as Attributes));
  });
  parser.on('text', (text) => {
    const mark = stack.findLast((element) => element.mark !== undefined)?.mark;
    if (mark !== undefined) mark.text += text;
    const note = enclosing();
    if (note === undefined) return;
    if (stack.some(({ sign }) => sign)) note.number += text;
    else if (!stack.some(({ apart }) => apart)) note.text += text;
  });
  parser.on('closetag', () => {
    stack.pop();
  });
  parser.write(xhtml).close();
  return found;
}

/** The number of a list item; the next one counts on from it. */
function countItem(list: Open | undefined, value: string | undefined): string {
  if (list === undefined) return '';
  const number = Number(value ?? list.next);
  list.next = number + 1;
  return String(number);
}

function words(attribute: string | undefined): string[] {
  return attribute?.split(/\s+/) ?? [];
}
