import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { sections, type Asset, type Assets, type OwnFont } from '../../book/book.ts';
import { isStored } from '../../book/bytes.ts';
import { usualLimits, type Limits } from '../../book/limits.ts';
import type { Product } from '../../book/product.ts';
import { noLocales, withOwnLocales, type OwnLocales } from '../../language/own-locales.ts';
import type { BuildOptions } from '../../build/options.ts';
import type { Key, Shelf } from '../../book/shelf.ts';
import { KeptBrowser } from '../../build/browsers.ts';
import { KeptTab } from '../../emit/pdf/browser/kept-tab.ts';
import { printExcerpt, type WholePrint } from '../../emit/pdf/print-excerpt.ts';
import { forProducts } from '../../html/for-products.ts';
import type { BlockPart } from '../protocol.ts';
import { hasFaces } from './has-faces.ts';
import { chapterDocument, type ChapterDocument } from './chapter-document.ts';
import { Recomposer } from './recomposer.ts';

/** What of a build of the whole book decides how a chapter of it is printed by itself. */
export interface ChapterSetup {
  readonly whole: WholePrint;
  /** What the print was made for. */
  readonly products: ReadonlyArray<Product>;
  /** The author's fonts. */
  readonly fonts: ReadonlyArray<OwnFont>;
  /** Characters that no face had. */
  readonly missing: ReadonlySet<string>;
  /** The pictures that lie in the manuscript folder, without their bytes. */
  readonly pictures: ReadonlyArray<Omit<Asset, 'bytes'>>;
}

/** A chapter that was printed by itself. */
export interface ChapterPrint {
  /** Of its section. */
  readonly id: string;
  readonly pdf: Uint8Array;
  /** How many pages of the file stand before it. */
  readonly before: number;
  readonly pages: ReadonlyArray<{ readonly label: string; readonly blank: boolean }>;
  readonly anchors: ReadonlyMap<string, number>;
  readonly blocks: ReadonlyArray<BlockPart>;
  /** Whether what comes after it begins on the right. */
  readonly isBeforeRight: boolean;
}

/** How often a chapter is printed before the first is written: so often until the code for it is compiled well. */
const rehearsals = 3;

/** Prints the chapter that was just written, while the whole book is still being built. */
export class ChapterPrinter {
  readonly #folder: string;
  readonly #browser: string | undefined;
  readonly #limits: Limits;
  readonly #isKept: boolean;
  readonly #themes: ReadonlyArray<string>;
  readonly #locales: OwnLocales;
  /** One: to start another while one writes would be seen. */
  readonly #browsers = new KeptBrowser(undefined, Infinity);
  readonly #divided = new LastShelf();
  readonly #tab = new KeptTab();
  /** What is being printed: one after the other, since there is one tab. */
  #printing: Promise<unknown> = Promise.resolve();
  /** Whether the manuscript is to be read again when it has been built. */
  #isStale = false;
  #isRehearsed = false;
  #setup: ChapterSetup | undefined;
  #composer: Promise<Recomposer | undefined> | undefined;

  /** @param locales what the caller says of languages */
  constructor(
    folder: string,
    options: Pick<BuildOptions, 'browser' | 'limits' | 'cache' | 'themes'>,
    locales: OwnLocales = noLocales,
  ) {
    this.#locales = locales;
    this.#themes = Object.keys(options.themes ?? {});
    this.#folder = folder;
    this.#browser = options.browser ?? process.env['PUPPETEER_EXECUTABLE_PATH'];
    this.#limits = { ...usualLimits, ...options.limits };
    this.#isKept = options.cache === true;
  }

  /** The whole book was printed. */
  take(setup: ChapterSetup): void {
    this.#setup = setup;
  }

  /** Gets ready for what will be written, if it is not; the whole book was printed. */
  async prepare(): Promise<void> {
    if (this.#isStale) this.#composer = undefined;
    this.#isStale = false;
    this.#composer ??= this.#newComposer().catch(() => undefined);
    const path = (await this.#composer)?.someChapter;
    if (this.#isRehearsed || path === undefined || this.#setup === undefined) return;
    this.#isRehearsed = true;
    // What is done for the first time takes several times as long: browser, tab and code are not there yet.
    for (let times = 0; times < rehearsals; times++) await this.print(path).catch(() => undefined);
  }

  #newComposer(): Promise<Recomposer | undefined> {
    const reading = { limits: this.#limits, themes: this.#themes };
    return withOwnLocales(this.#locales, () => Recomposer.of(this.#folder, reading, this.#isKept));
  }

  /**
   * Only a build can tell what has become of some files. A chapter that has errors, or differs in what others depend on,
   * may be as it was when it is written next.
   *
   * @param files that were changed: paths in the manuscript folder
   */
  async forget(files: ReadonlyArray<string>): Promise<void> {
    const composer = await this.#composer;
    this.#isStale = true;
    if (files.some((path) => composer?.hasChapter(path) !== true)) this.#composer = undefined;
  }

  /**
   * Prints a chapter as it is on disk.
   *
   * @param path in the manuscript folder
   * @param onDocument hears of what the e-book has of it, before it is printed
   * @returns nothing where only a build of the whole book can tell what becomes of it
   */
  print(
    path: string,
    onDocument: (document: ChapterDocument) => void = () => undefined,
  ): Promise<ChapterPrint | undefined> {
    const print = async (): Promise<ChapterPrint | undefined> => {
      const composer = await this.#composer;
      return composer && withOwnLocales(composer.locales, () => this.#print(composer, path, onDocument));
    };
    const printed = this.#printing.then(print);
    this.#printing = printed.catch(() => undefined);
    return printed;
  }

  async #print(
    composer: Recomposer,
    path: string,
    onDocument: (document: ChapterDocument) => void,
  ): Promise<ChapterPrint | undefined> {
    const setup = this.#setup;
    const composed = await composer.compose(path);
    if (setup === undefined || composed === undefined) return undefined;
    const book = forProducts(composed, ...setup.products);
    const [section] = sections(book);
    const assets = section && (await this.#assetsOf(section.tree, setup));
    if (section === undefined || assets === undefined) return undefined;
    if (!(await hasFaces(book, setup.whole.looks.fonts, setup.fonts, setup.missing))) return undefined;
    const running = await this.#browsers.take(this.#browser, () => undefined);
    let isSound = false;
    try {
      const aids = { divided: this.#divided, tab: this.#tab };
      const printing = printExcerpt(book, assets, setup.whole, { ...running, limits: this.#limits }, aids);
      const [printed] = await Promise.all([
        printing,
        // The browser has enough to do meanwhile.
        chapterDocument(composed, assets).then(
          (document) => document && onDocument(document),
          () => undefined,
        ),
      ]);
      isSound = true;
      if (printed === undefined || isStored(printed.pdf)) return undefined;
      const { pdf, before, pageMap } = printed;
      const { pages, anchors, blocks = [] } = pageMap;
      return {
        id: section.id,
        pdf,
        before,
        pages,
        anchors,
        blocks,
        isBeforeRight: isBeforeRight(section.id, setup),
      };
    } finally {
      await this.#browsers.giveBack(running, isSound);
    }
  }

  async close(): Promise<void> {
    await this.#tab.close();
    await this.#browsers.close();
  }

  /** The files that a chapter asks for; undefined where one was not in the last build. */
  async #assetsOf(tree: Root, { pictures, fonts }: ChapterSetup): Promise<Assets | undefined> {
    const known = new Map(pictures.map((picture) => [picture.path, picture]));
    const wanted = new Set<string>();
    visit(tree, 'element', ({ properties }) => {
      if (typeof properties['src'] === 'string') wanted.add(properties['src']);
    });
    const assets = new Map(fonts.map((font) => [font.path, font]));
    for (const path of wanted) {
      const picture = known.get(path);
      const bytes = picture && (await readFile(join(this.#folder, path)).catch(() => undefined));
      if (picture === undefined || bytes === undefined) return undefined;
      assets.set(path, { ...picture, bytes });
    }
    return assets;
  }
}

function isBeforeRight(id: string, { whole: { sections: all } }: ChapterSetup): boolean {
  return all[all.findIndex((section) => section.id === id) + 1]?.opens === 'right';
}

/** A shelf that holds what was left last. */
class LastShelf implements Shelf {
  #bytes: Uint8Array | undefined;
  #key = '';

  slot(key: Key): ReturnType<Shelf['slot']> {
    const asked = JSON.stringify(key);
    return {
      bytes: asked === this.#key ? this.#bytes : undefined,
      fill: (pack) => {
        this.#key = asked;
        this.#bytes = pack();
      },
    };
  }
}
