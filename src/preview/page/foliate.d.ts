/** What is used of foliate-js, which comes without types. */
declare module 'foliate-js/epub.js' {
  /** An entry of the table of contents. */
  export interface TocEntry {
    readonly label: string;
    readonly href?: string;
    readonly subitems?: ReadonlyArray<TocEntry> | null;
  }

  export interface BookSection {
    readonly id: string;
    readonly resolveHref: (href: string) => string;
  }

  /** Where something is: the index of its section, and its element there. */
  export interface Target {
    readonly index: number;
    readonly anchor?: (shown: Document) => Element | number | null;
  }

  export class EPUB {
    constructor(loader: {
      readonly loadText: (name: string) => Promise<string | null>;
      readonly loadBlob: (name: string) => Promise<Blob>;
      readonly getSize: (name: string) => number;
    });
    readonly sections: ReadonlyArray<BookSection>;
    readonly toc?: ReadonlyArray<TocEntry>;
    init(): Promise<this>;
    resolveHref(href: string): Target | null;
    isExternal(href: string): boolean;
    destroy(): void;
  }
}

declare module 'foliate-js/paginator.js' {
  import type { EPUB } from 'foliate-js/epub.js';

  export class Paginator extends HTMLElement {
    open(book: EPUB): void;
    goTo(target: {
      readonly index: number;
      readonly anchor?: number | ((shown: Document) => Element | number | null);
    }): Promise<void>;
    prev(): Promise<void>;
    next(): Promise<void>;
    setStyles(css: string): void;
    getContents(): ReadonlyArray<{ readonly doc: Document; readonly index: number }>;
    destroy(): void;
  }
}
