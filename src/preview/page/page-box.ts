import { make } from './elements.ts';
import type { PdfFile, Picture } from './pdf-file.ts';

/** A page of a print, and the file that has it; an empty page may have none. */
export interface ShownPage {
  readonly file: PdfFile | undefined;
  /** In the file, from 1. */
  readonly number: number;
  readonly label: string;
}

/** The place of one page on the screen. What it shows stays until what comes after it has been drawn. */
export class PageBox {
  readonly element = make('div', { className: 'sheet' });
  readonly #frame = make('div', { className: 'page' }, this.element);
  #page: ShownPage | undefined;
  #drawn: { readonly page: ShownPage; readonly scale: number } | undefined;
  #pending: Picture | undefined;
  #text: HTMLElement | undefined;

  constructor() {
    this.#frame.setAttribute('role', 'group');
    this.#frame.append(make('div', { className: 'guide' }));
  }

  get frame(): HTMLElement {
    return this.#frame;
  }

  /**
   * @param index from 0: odd ones are left-hand pages, in a book that is read from right to left right-hand ones
   */
  put(page: ShownPage, index: number, isRightToLeft = false): void {
    this.#page = page;
    this.#frame.dataset['index'] = String(index);
    this.#frame.classList.toggle('left', (index % 2 === 1) !== isRightToLeft);
    this.#frame.setAttribute(
      'aria-label',
      page.label === '' ? 'Page without a number' : `Page ${page.label}`,
    );
  }

  /** Whether it shows what it is to show. */
  isDrawn(scale: number): boolean {
    const drawn = this.#drawn;
    const page = this.#page;
    return drawn?.page.file === page?.file && drawn?.page.number === page?.number && drawn?.scale === scale;
  }

  /** @param scale pixels of the screen for a point */
  async draw(scale: number): Promise<void> {
    const page = this.#page;
    if (page === undefined || this.isDrawn(scale)) return;
    if (page.file === undefined) return this.clear();
    this.#pending?.cancel();
    const pending = page.file.draw(page.number, scale);
    this.#pending = pending;
    try {
      const canvas = await pending.canvas;
      if (this.#pending !== pending) return;
      this.#drawn = { page, scale };
      this.element.replaceChildren(canvas);
      this.#frame.dataset['drawn'] = page.file.path;
      this.#text = undefined;
    } catch {
      // Another drawing of it was asked for, or the file has gone: what is there stays.
    } finally {
      if (this.#pending === pending) this.#pending = undefined;
    }
  }

  /** Puts the text of the page over its picture, to be selected, searched and read out. */
  async write(): Promise<void> {
    const page = this.#drawn?.page;
    if (page?.file === undefined || this.#text !== undefined) return;
    const text = make('div', { className: 'textLayer' });
    this.#text = text;
    try {
      await page.file.write(page.number, text);
      if (this.#text === text) this.element.append(text);
    } catch {
      // As above.
    }
  }

  /** Lets go of its picture. */
  clear(): void {
    this.#pending?.cancel();
    this.#pending = undefined;
    this.#drawn = undefined;
    this.#text = undefined;
    this.element.replaceChildren();
  }
}
