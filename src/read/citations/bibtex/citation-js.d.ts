/** An entry of a .bib file as citation-js has it. */
interface BibEntry {
  type: string;
  label: string;
  properties: Record<string, string | number | undefined>;
}

declare module '@citation-js/plugin-bibtex/lib/input/file.js' {
  export function parse(text: string): BibEntry[];
}

declare module '@citation-js/plugin-bibtex/lib/input/entries.js' {
  export function parse(entries: ReadonlyArray<BibEntry>): Array<Record<string, unknown> & { id: string }>;
}

declare module '@citation-js/plugin-bibtex/lib/config.js' {
  interface Config {
    readonly parse: { sentenceCase: 'never' | 'always' | 'english' };
    readonly constants: { readonly fieldTypes: Record<string, [list: string, value: string]> };
  }
  const config: Config | { readonly default: Config };
  export default config;
}

declare module '@citation-js/core/lib/util/grammar.js' {
  export const Grammar: unknown;
}

declare module '@citation-js/core/lib/util/translator.js' {
  export const Translator: unknown;
}
