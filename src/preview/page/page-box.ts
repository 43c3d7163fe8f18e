import { make } from './elements.ts';
import type { PdfFile, Picture } from './pdf-file.ts';

/** A page of a print, and the file that has it; an empty page may have none. */
export interface ShownPage {
  readonly file: PdfFile | undefined;
  /** In the file, from 1. */
  readonly number: number;
  readonly label: string;
}

/** What a picture is of. */
interface Drawn {
  readonly page: ShownPage;
  /** Pixels of the screen for a point. */
  readonly scale: number;
}

/** A picture that is being made. */
interface Pending extends Drawn {
  readonly picture: Picture;
  /** Kept when it is shown, or is not to be any more. */
  readonly shown: Promise<void>;
}

function isOf({ file, number }: ShownPage, scale: number, drawn: Drawn | undefined): boolean {
  return drawn?.page.file === file && drawn?.page.number === number && drawn.scale === scale;
}

/** The place of one page on the screen. What it shows stays until what comes after it has been drawn. */
export class PageBox {
  readonly element = make('div', { className: 'sheet' });
  readonly #frame = make('div', { className: 'page' }, this.element);
  #page: ShownPage | undefined;
  #drawn: Drawn | undefined;
  #pending: Pending | undefined;
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
    return page !== undefined && isOf(page, scale, drawn);
  }

  /** @param scale pixels of the screen for a point */
  async draw(scale: number): Promise<void> {
    const page = this.#page;
    if (page === undefined || this.isDrawn(scale)) return;
    if (page.file === undefined) return this.clear();
    if (isOf(page, scale, this.#pending)) return this.#pending?.shown;
    this.#pending?.picture.cancel();
    const picture = page.file.draw(page.number, scale);
    const shown = this.#show(page, scale, picture);
    this.#pending = { page, scale, picture, shown };
    return shown;
  }

  /** Shows a picture that is being made. */
  async #show(page: ShownPage, scale: number, picture: Picture): Promise<void> {
    try {
      const canvas = await picture.canvas;
      if (this.#pending?.picture !== picture) return;
      this.#drawn = { page, scale };
      this.element.replaceChildren(canvas);
      this.#frame.dataset['drawn'] = page.file?.path;
      this.#text = undefined;
    } catch {
      // Another drawing of it was asked for, or the file has gone: what is there stays.
    } finally {
      if (this.#pending?.picture === picture) this.#pending = undefined;
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
    this.#pending?.picture.cancel();
    this.#pending = undefined;
    this.#drawn = undefined;
    this.#text = undefined;
    this.element.replaceChildren();
  }
}
