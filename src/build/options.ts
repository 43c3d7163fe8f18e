import type { Book, Hast } from '../book/book.ts';
import type { Limits } from '../book/limits.ts';
import type { PluggableList } from 'unified';
import type { EditionName } from './editions/editions.ts';
import type { OwnLocale } from '../language/own-locale.ts';
import type { Signing } from '../book/signing.ts';

/** What the caller of a build may ask for. */
export interface BuildOptions {
  /** All by default. */
  readonly only?: ReadonlyArray<EditionName>;
  /** Whether warnings fail the build. */
  readonly strict?: boolean;
  /** Whether nothing is fetched from the network, whatever the book allows: images there are those that it keeps. */
  readonly offline?: boolean;
  /** Path of a Chrome or Chromium; by default `PUPPETEER_EXECUTABLE_PATH`, then the pinned one. */
  readonly browser?: string;
  /** What the manuscript may hold, where more or less is accepted than usual: bytes, pixels, or so many. */
  readonly limits?: Partial<Limits>;
  /** The instant of last change in seconds since 1970; by default `SOURCE_DATE_EPOCH`, then Git's, then the book's. */
  readonly epoch?: number;
  /**
   * Plugins of remark that see the tree of each file as it was typed, before notes, directives and links are taken up; what
   * they make of it is what the editions are held to. They do their work at once: `unified` calls that synchronous.
   */
  readonly remarkPlugins?: PluggableList;
  /** Further themes: paths of folders with `theme.json`, `print.css` and `epub.css`, by the names `print.theme` then takes. */
  readonly themes?: Readonly<Record<string, string>>;
  /** What is known of languages besides, or otherwise: by tag, as the files that `locales` in book.yaml names, which go before. */
  readonly locales?: Readonly<Record<string, OwnLocale>>;
  /** Plugins of rehype that see the tree of each section when notes, pages and numbers are complete. */
  readonly rehypePlugins?: PluggableList;
  /**
   * A step of the caller's own on the complete book, after the plugins; the checks hold what it returns to the
   * manuscript.
   */
  readonly transformHtml?: (book: Book<Hast>) => Book<Hast> | Promise<Book<Hast>>;
  /**
   * With 2, a thread beside the one that calls judges the EPUB and makes the PDF for the press; by default it
   * does either where the machine has a core for it. The files are the same either way.
   */
  readonly threads?: 1 | 2;
  /**
   * Whether what is the same as in the last build of the book is taken from the cache folder, and what is
   * new kept there; by default neither. The files are the same either way.
   */
  readonly cache?: boolean;
  /**
   * Whether the report of the release, `report.html`, shows pictures of the cover, of pages and of screens, which take the
   * browser a second or two; by default it does without.
   */
  readonly report?: boolean;
  /**
   * Whether the release has a bill of materials, `sbom.cdx.json`, and a statement of where it comes from,
   * `provenance.intoto.json`; by default not.
   */
  readonly provenance?: boolean;
  /** By which key the release is signed; by default by none. */
  readonly sign?: Signing;
  /**
   * Path of the folder with the release that this one will take the place of: a message tells where the e-book is
   * another, but has no newer date. The files are the same either way.
   */
  readonly replaces?: string;
  /** Called at the beginning of each step with its name. */
  readonly onStep?: (name: string) => void;
  /** Called with what is done now within a step, such as "painting 212 pages", as far as that is known. */
  readonly onDoing?: (what: string) => void;
  /** Called with what is worth knowing of the machine or the pictures, and is no fault of the manuscript. */
  readonly onNote?: (text: string) => void;
}
