/** The part of citeproc-js that is used here. */
declare module 'citeproc' {
  interface CitationItem {
    id: string;
    prefix?: string;
    suffix?: string;
    locator?: string;
    label?: string;
    'suppress-author'?: boolean;
    'author-only'?: boolean;
  }
  interface Cluster {
    citationID: string;
    citationItems: CitationItem[];
    properties: { noteIndex: number };
  }
  interface System {
    retrieveLocale: (tag: string) => string | false;
    retrieveItem: (id: string) => unknown;
    variableWrapper?: (
      params: { readonly context: string; readonly itemData: { readonly id: string } },
      before: string,
      text: string,
      behind: string,
    ) => string;
  }
  class Engine {
    constructor(system: System, style: string, language: string, forced?: boolean);
    readonly opt: {
      readonly xclass: 'note' | 'in-text';
      readonly development_extensions: Record<string, boolean>;
    };
    /** By the tag of the language. */
    readonly locale: Readonly<Record<string, { readonly terms: Record<string, unknown> }>>;
    rebuildProcessorState(
      clusters: ReadonlyArray<Cluster>,
      format: 'html',
      uncited: ReadonlyArray<string>,
    ): Array<[id: string, noteIndex: number, html: string]>;
    makeCitationCluster(items: ReadonlyArray<CitationItem>): string;
    makeBibliography():
      | false
      | [
          facts: {
            readonly entry_ids: ReadonlyArray<ReadonlyArray<string>>;
            readonly hangingindent?: boolean | number;
            readonly 'second-field-align'?: false | 'flush' | 'margin';
            readonly maxoffset: number;
          },
          entries: string[],
        ];
    getOpt(option: 'punctuation-in-quote'): boolean;
    getTerm(term: string, form?: string): string | undefined;
  }
  const CSL: {
    readonly Engine: typeof Engine;
    readonly Output: { readonly Formatters: { title(engine: Engine, text: string): string } };
    debug: (text: string) => void;
  };
  export default CSL;
}
