import { heightOf } from './height-of.ts';

/** How small the type of a table may become, beside what it would be. */
const least = 0.7;

/** How often the type of a table is made smaller, and once more looked at. */
const mostTries = 4;

/** Space at the side of a cell of a squeezed table, in em, as the stylesheet has it. */
const tightPadding = 0.25;

/** The class of cells whose words are divided near their ends too. */
const mostlyDivided = 'mostly-divided';

/** A table and the room there is for its lines; lengths in CSS pixels. */
interface Misfit {
  readonly table: HTMLTableElement;
  readonly sideways: boolean;
  /** By how much its type is reduced so far, and how much smaller it should be. */
  readonly fit: number;
  /** How long its lines are where columns are close and the type as it would be. */
  readonly length: number;
}

/** What was done to tables in a round. */
interface Fitted {
  /** Whether there was a table to be made to fit: whether it now does is seen in the next round. */
  readonly changed: boolean;
  /** Whether the page was laid out too wide for a table that has been made narrower. */
  readonly narrowed: boolean;
}

/**
 * Finds tables that do not fit as long as their words stay whole; the function returned sets them
 * closer and smaller, or turns them sideways. What still does not fit is left to be told of. Where a word is wider than
 * its cell, it is divided more than it would be.
 *
 * @param textWidth of the text area in CSS pixels
 * @param mayReturn whether what is longer than a page when it is turned stands upright again, where something else sets
 *   it smaller
 */
export function wideTables(textWidth: number, mayReturn: boolean): () => () => Fitted {
  /** How often the type of a table may still be made smaller; what cannot become so has a fixed width. */
  const tries = new Map<Element, number>();
  const triesOf = (table: Element): number => tries.get(table) ?? mostTries;
  const turned = new Set<Element>();
  return () => {
    setBack(textWidth);
    const tables = [...document.querySelectorAll('table')].filter((table) => triesOf(table) > 0);
    const misfits = tables.flatMap(misfitOf);
    const height = document.documentElement.getClientRects()[0]?.height ?? 0;
    const turnable = new Set(misfits.filter((misfit) => isTurnable(misfit, textWidth, height)));
    const tight = tightCells();
    return () => {
      for (const cell of tight) cell.classList.add(mostlyDivided);
      const fitted = misfits.filter((misfit) => {
        const { table, fit, length } = misfit;
        const left = triesOf(table);
        const shrinks = fit >= least && left > 1;
        const turns = !shrinks && turnable.has(misfit);
        const returns = !shrinks && mayReturn && turned.delete(table);
        if (shrinks) squeeze(table, fit);
        else if (turns) {
          turn(table, height / length);
          turned.add(table);
        } else if (returns) turnBack(table);
        tries.set(table, shrinks ? left - 1 : turns ? mostTries : 0);
        return shrinks || turns || returns;
      });
      return {
        changed: fitted.length + tight.length > 0,
        narrowed: fitted.some(({ sideways }) => !sideways),
      };
    };
  };
}

/**
 * Cells with a word that is wider. Chrome makes columns as narrow as all parts of a word ask for; but once it has divided
 * the word, it takes the rest for another one, too short at both ends to be divided again.
 */
function tightCells(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('td, th')].filter(
    (cell) => cell.scrollWidth > cell.clientWidth + 1 && !cell.classList.contains(mostlyDivided),
  );
}

/** On pages laid out too wide every table that fills its lines would seem to be too wide. */
function setBack(textWidth: number): void {
  const { width } = document.documentElement.getBoundingClientRect();
  document.body.style.width = width > textWidth + 1 ? `${textWidth}px` : '';
}

function misfitOf(table: HTMLTableElement): Misfit[] {
  const parent = table.parentElement;
  if (parent === null) return [];
  const sideways = parent.matches('.sideways');
  const room = sideways ? parent.clientHeight : contentWidth(parent);
  const long = sideways ? heightOf(table) : table.getBoundingClientRect().width;
  // Turned, its rows are also too many where they are higher than the text is wide.
  const excess = Math.max(
    long / room,
    sideways ? table.getBoundingClientRect().width / parent.clientWidth : 0,
  );
  if (long <= room + 1 && excess <= 1.01) return [];
  const set = table.classList.contains('squeezed') ? fitOf(table) : undefined;
  const length = set === undefined ? long - savedBySqueezing(table) : long / set;
  const fit = set === undefined && long > room + 1 ? Math.min(1, room / length) : (set ?? 1) / excess;
  return [{ table, sideways, fit: Math.floor(fit * 995) / 1000, length }];
}

function fitOf(table: HTMLElement): number {
  return Number.parseFloat(table.style.getPropertyValue('--fit'));
}

/** What closer columns give back, taken from the longest row. */
function savedBySqueezing(table: HTMLTableElement): number {
  const rows = [...table.rows];
  const most = rows.reduce((longest, { cells }) => Math.max(longest, cells.length), 0);
  const longest = rows.find(({ cells }) => cells.length === most);
  return [...(longest?.cells ?? [])].reduce((saved, cell) => {
    const { fontSize, paddingInlineStart, paddingInlineEnd } = getComputedStyle(cell);
    const now = Number.parseFloat(paddingInlineStart) + Number.parseFloat(paddingInlineEnd);
    return saved + Math.max(0, now - 2 * tightPadding * Number.parseFloat(fontSize));
  }, 0);
}

/** Whether it stands in the text itself, and a page is high enough for its lines. */
function isTurnable({ table, sideways, length }: Misfit, textWidth: number, pageHeight: number): boolean {
  if (sideways || table.parentElement === null || table.closest('li, blockquote, td, .box') !== null)
    return false;
  return contentWidth(table.parentElement) >= textWidth - 1 && length * least <= pageHeight;
}

function contentWidth(element: Element): number {
  const { paddingLeft, paddingRight } = getComputedStyle(element);
  return element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
}

function squeeze(table: HTMLElement, fit: number): void {
  table.classList.add('squeezed');
  table.style.setProperty('--fit', String(fit));
}

/** Gives a table a page of its own, turned, with the note below it. */
function turn(table: HTMLElement, fit: number): void {
  const page = document.createElement('div');
  page.className = 'sideways';
  const note = table.nextElementSibling;
  table.before(page);
  page.append(table, ...(note?.matches('.table-note') === true ? [note] : []));
  squeeze(table, Math.min(1, Math.floor(fit * 995) / 1000));
}

/** Has a table stand in the text again, since turned it is longer than a page, over which upright it goes on. */
function turnBack(table: HTMLElement): void {
  const page = table.parentElement;
  page?.replaceWith(...page.children);
  squeeze(table, least);
}
