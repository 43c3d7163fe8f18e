import type { FootNoteOptions } from '../../pdf/page/pagination.ts';
import type { FootNote } from './foot-notes.ts';
import type { ColumnRun } from './note-rows.ts';

/** A note, or a part of it, on its page. */
export interface BoxedPart {
  readonly note: FootNote;
  readonly element: HTMLElement;
  readonly isRest: boolean;
  /** Whether it stands on the line of the one before, or the next one stands on its own. */
  readonly inRow?: 'first' | 'further' | undefined;
  /** The notes that go down the columns it stands in; absent: it stands in none. */
  readonly columnRun?: ColumnRun | undefined;
}

/** The notes of a page; lengths in CSS pixels. */
export interface FootBox {
  readonly element: HTMLElement;
  readonly height: number;
  readonly takeBack: () => void;
}

/**
 * Puts notes at the foot of a page. The box and what goes on in it have names of their own in the tags of the
 * print: there the note is joined again (`structure/foot-notes.ts`).
 *
 * @param before what the box is put before
 * @param place of the box in its section: its top and height
 * @param settings how notes stand there
 */
export function footBox(
  before: HTMLElement,
  parts: ReadonlyArray<BoxedPart>,
  { top, height }: { readonly top: number; readonly height: number },
  settings: FootNoteOptions,
): FootBox {
  const { continued } = settings;
  const element = document.createElement('article');
  element.className = ['foot', ...formsOf(settings)].join(' ');
  element.style.top = `${top}px`;
  let list: HTMLElement | undefined;
  let from: HTMLElement | undefined;
  let left = 0;
  for (const { note, element: item, isRest, inRow, columnRun } of parts) {
    item.classList.toggle('in-row', inRow !== undefined);
    item.classList.toggle('first', inRow === 'first');
    const beginsRun = columnRun !== undefined && left === 0;
    const endsRun = columnRun === undefined && list?.matches('.in-columns') === true;
    if (list === undefined || from !== note.list || isRest || beginsRun || endsRun) {
      list = listLike(note.list);
      if (beginsRun) setInColumns(list, columnRun);
      left = columnRun?.notes ?? 0;
      if (isRest) {
        const rest = document.createElement('article');
        rest.append(list);
        if (continued !== undefined) rest.dataset['continued'] = continued;
        element.append(rest);
      } else element.append(list);
      from = isRest ? undefined : note.list;
    }
    list.append(item);
    left = Math.max(0, left - 1);
  }
  before.before(element);
  return { element, height, takeBack: () => element.remove() };
}

/** Has the notes of a list go down one column, then the next. */
function setInColumns(list: HTMLElement, { rows }: ColumnRun): void {
  list.classList.add('in-columns');
  list.style.setProperty('--rows', String(rows));
}

/** The classes of boxes of notes, and of where notes wait for one, that say how they stand. */
export function formsOf({ short, runIn }: FootNoteOptions): string[] {
  return [...(short === 'below' ? [] : ['with-rows', `notes-${short}`]), ...(runIn ? ['run-in'] : [])];
}

/** A list of the same kind, with the language and direction of what the list stands in. */
function listLike(list: HTMLElement): HTMLElement {
  const copy = list.cloneNode(false) as HTMLElement;
  for (const name of ['id', 'start', 'data-block']) copy.removeAttribute(name);
  for (const name of ['lang', 'dir']) {
    const value = list.closest(`[${name}]`)?.getAttribute(name);
    if (value) copy.setAttribute(name, value);
  }
  return copy;
}
