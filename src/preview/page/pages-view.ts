import type { PageGeometry, PrintFacts } from '../protocol.ts';
import { byId, make } from './elements.ts';
import { PageBox, type ShownPage } from './page-box.ts';
import type { PdfFile } from './pdf-file.ts';
import { movedPage } from './places.ts';
import { Rows } from './rows.ts';
import { fullSize, scaleFor, type Zoom } from './zoom.ts';

/** Between rows of pages, and around all of them, in pixels. */
const gap = 24;

/** More pixels than this a page is not drawn with. */
const mostPixels = 16e6;

/** What is shown of a print. */
export interface Shown {
  readonly facts: PrintFacts;
  readonly pages: ReadonlyArray<ShownPage>;
}

/** What the view tells of. */
export interface PagesEvents {
  /** Another page is in sight. */
  readonly onPage: (index: number) => void;
  /** A place was asked for: a page, and how far down, in points from the upper edge of the sheet. */
  readonly onPlace: (index: number, y: number) => void;
}

/** The pages of the printed book, one below the other, or as spreads. */
export class PagesView {
  readonly #root = byId('pages');
  readonly #events: PagesEvents;
  readonly #near = new Set<PageBox>();
  readonly #boxes = new Map<Element, PageBox>();
  /** Of rows: what is far off is not laid out. */
  readonly #observer: IntersectionObserver;
  #shown: Shown | undefined;
  #order: PageBox[] = [];
  #zoom: Zoom = 'page';
  readonly #rows = new Rows();
  #hasGuides = false;
  #scale = 1;
  #drawing = 0;

  constructor(events: PagesEvents) {
    this.#events = events;
    this.#observer = new IntersectionObserver((entries) => this.#see(entries), {
      root: this.#root,
      rootMargin: '100% 0px',
    });
    this.#root.addEventListener('scroll', () => events.onPage(this.page), { passive: true });
    this.#root.addEventListener('click', (event) => this.#point(event));
    new ResizeObserver(() => this.#lay()).observe(this.#root);
  }

  get shown(): Shown | undefined {
    return this.#shown;
  }

  /** Index of the page in sight. */
  get page(): number {
    const row = Math.max(0, Math.round((this.#root.scrollTop - gap / 2) / this.#rowHeight));
    return Math.min(this.#rows.firstOf(row), Math.max(0, this.#order.length - 1));
  }

  /**
   * Shows a print: at the place that was in sight of the one before, whose pages stay until they are drawn anew.
   * It returns when they are.
   */
  async show(shown: Shown): Promise<void> {
    const before = this.#shown;
    const page = this.page;
    const within = this.#root.scrollTop - this.#topOf(page);
    const files = filesOf(shown);
    this.#shown = shown;
    this.#root.dir = shown.facts.isRightToLeft === true ? 'rtl' : 'ltr';
    const old = this.#order;
    const isFree = new Set(old);
    this.#order = shown.pages.map((each, index) => {
      const known = before && old[movedPage(index, shown.facts, before.facts)];
      const box = known !== undefined && isFree.delete(known) ? known : this.#newBox();
      box.put(each, index, shown.facts.isRightToLeft);
      return box;
    });
    for (const box of isFree) this.#forget(box);
    const stays = old.length === this.#order.length && old.every((box, index) => box === this.#order[index]);
    if (!stays) this.#arrange();
    else this.#measure();
    if (before !== undefined)
      this.#root.scrollTop = this.#topOf(movedPage(page, before.facts, shown.facts)) + within;
    for (const file of filesOf(before)) if (!files.has(file)) file.close();
    this.#events.onPage(this.page);
    await this.#draw();
  }

  goTo(index: number): void {
    this.#root.scrollTop = this.#topOf(index);
    this.#events.onPage(this.page);
  }

  /** Goes so many pages, or spreads, on or back. */
  turn(steps: number): void {
    this.goTo(
      this.#rows.firstOf(Math.max(0, Math.min(this.#rows.rowOf(this.page) + steps, this.#rows.count - 1))),
    );
  }

  set zoom(zoom: Zoom) {
    this.#zoom = zoom;
    this.#lay();
  }

  /** How large the pages are, 1 being as they will be printed. */
  get size(): number {
    return this.#scale / fullSize;
  }

  set isSpread(isSpread: boolean) {
    const { page } = this;
    this.#rows.isSpread = isSpread;
    if (this.#shown === undefined) return;
    this.#arrange();
    this.goTo(page);
    void this.#draw();
  }

  set hasGuides(hasGuides: boolean) {
    this.#hasGuides = hasGuides;
    this.#lay();
  }

  #newBox(): PageBox {
    const box = new PageBox();
    this.#boxes.set(box.frame, box);
    return box;
  }

  #forget(box: PageBox): void {
    this.#boxes.delete(box.frame);
    this.#near.delete(box);
    box.clear();
    box.frame.remove();
  }

  /** Puts the pages into their rows: of spreads the first page stands alone, on the right, or from right to left on the left. */
  #arrange(): void {
    this.#rows.pages = this.#order.length;
    const rows = Array.from({ length: this.#rows.count }, (_, row) =>
      make(
        'div',
        { className: 'row' },
        ...this.#rows.pagesOf(row).flatMap((index) => this.#order[index]?.frame ?? []),
      ),
    );
    this.#root.classList.toggle('spreads', this.#rows.isSpread);
    this.#root.replaceChildren(...rows);
    this.#observer.disconnect();
    for (const row of rows) this.#observer.observe(row);
    this.#measure();
  }

  /** Fits the size of the pages to the window, and keeps the page in sight. */
  #lay(): void {
    const { page } = this;
    const share = (this.#root.scrollTop - this.#topOf(page)) / this.#rowHeight;
    if (!this.#measure()) return;
    this.#root.scrollTop = this.#topOf(page) + share * this.#rowHeight;
    void this.#draw();
  }

  /** Whether the pages are to be seen. */
  #measure(): boolean {
    const geometry = this.#shown?.facts.geometry;
    if (geometry === undefined || this.#root.clientWidth === 0) return false;
    const { clientWidth, clientHeight } = this.#root;
    const room = { width: clientWidth - 2 * gap, height: clientHeight - 2 * gap };
    this.#scale = scaleFor(this.#zoom, this.#visibleSize(geometry), this.#rows.isSpread ? 2 : 1, room);
    const { trim, bleed, sheet, margins } = geometry;
    const lengths = {
      trim: trim.width,
      depth: trim.height,
      bleed,
      sheet: sheet.width,
      long: sheet.height,
      ...margins,
    };
    const { style, classList } = this.#root;
    const properties = { ...lengths, scale: `${this.#scale}px`, 'total-scale-factor': this.#scale };
    for (const [name, value] of Object.entries(properties)) style.setProperty(`--${name}`, String(value));
    classList.toggle('guides', this.#hasGuides);
    return true;
  }

  #visibleSize({ trim, bleed }: PageGeometry): { readonly width: number; readonly height: number } {
    const beyond = this.#hasGuides ? 2 * bleed : 0;
    return { width: trim.width + beyond, height: trim.height + beyond };
  }

  get #rowHeight(): number {
    const geometry = this.#shown?.facts.geometry;
    return gap + (geometry === undefined ? 0 : this.#visibleSize(geometry).height * this.#scale);
  }

  #topOf(index: number): number {
    return this.#rows.rowOf(index) * this.#rowHeight;
  }

  #see(entries: ReadonlyArray<IntersectionObserverEntry>): void {
    for (const { target, isIntersecting } of entries) {
      for (const frame of target.children) {
        const box = this.#boxes.get(frame);
        if (box !== undefined && isIntersecting) this.#near.add(box);
        else if (box !== undefined && this.#near.delete(box)) box.clear();
      }
    }
    void this.#draw();
  }

  /** Draws what is near, what is in sight first. */
  async #draw(): Promise<void> {
    const turn = ++this.#drawing;
    const { width, height } = this.#shown?.facts.geometry.sheet ?? { width: 1, height: 1 };
    const scale = Math.min(this.#scale * devicePixelRatio, Math.sqrt(mostPixels / (width * height)));
    const first = this.#rows.rowOf(this.page);
    const distance = (box: PageBox): number => Math.abs(this.#rows.rowOf(this.#order.indexOf(box)) - first);
    const waiting = [...this.#near].toSorted((a, b) => distance(a) - distance(b));
    for (const box of waiting) {
      if (turn !== this.#drawing) return;
      await box.draw(scale);
      if (distance(box) === 0) this.#root.dispatchEvent(new CustomEvent('drawn'));
    }
    for (const box of waiting) {
      if (turn !== this.#drawing) return;
      await box.write();
    }
  }

  #point(event: MouseEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    const frame = event.target instanceof Element ? event.target.closest<HTMLElement>('.page') : null;
    const sheet = frame?.querySelector('.sheet')?.getBoundingClientRect();
    if (frame === null || sheet === undefined) return;
    event.preventDefault();
    this.#events.onPlace(Number(frame.dataset['index']), (event.clientY - sheet.top) / this.#scale);
  }
}

function filesOf(shown: Shown | undefined): Set<PdfFile> {
  return new Set(shown?.pages.flatMap(({ file }) => file ?? []));
}
