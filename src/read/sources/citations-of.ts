import { wordsIn } from './dialects/front-matter.ts';

type Values = Readonly<Record<string, unknown>>;

/** What the files of another program say of citations, under the keys that `citations` has in book.yaml. */
export interface SourceCitations {
  readonly bibliography: string[];
  readonly style?: string;
  readonly section?: 'none';
  readonly title?: string;
  readonly uncited?: string[];
}

/**
 * What Pandoc, Quarto and bookdown are told of citations; nothing where no bibliography is named.
 *
 * @param values metadata, those that count first
 * @see https://pandoc.org/MANUAL.html#citations
 */
export function citationsOf(...values: ReadonlyArray<Values>): SourceCitations | undefined {
  const of = (key: string): unknown => values.map((each) => each[key]).find((each) => each !== undefined);
  // BibTeX is given names without their ending.
  const bibliography = pathsIn(of('bibliography')).map((path) =>
    /\.\w+$/.test(path) ? path : `${path}.bib`,
  );
  if (bibliography.length === 0) return undefined;
  const style = wordsIn(of('csl') ?? of('citation-style'));
  const title = wordsIn(of('reference-section-title'));
  const uncited = keysIn(of('nocite'));
  return {
    bibliography,
    ...(style !== undefined && { style: pathOf(style) }),
    ...(String(of('suppress-bibliography')) === 'true' && { section: 'none' as const }),
    ...(title !== undefined && { title }),
    ...(uncited.length > 0 && { uncited }),
  };
}

/** Paths, in a list or one. */
export function pathsIn(value: unknown): string[] {
  const list = Array.isArray(value) ? (value as unknown[]) : [value];
  return list.flatMap((each) => wordsIn(each) ?? []).map(pathOf);
}

/** Names without an ending are of our own styles, so that of a file says that it is one. */
function pathOf(written: string): string {
  return written.replace(/^\.\//, '');
}

function keysIn(value: unknown): string[] {
  const list = Array.isArray(value) ? (value as unknown[]) : [value];
  const text = list.flatMap((each) => wordsIn(each) ?? []).join(' ');
  if (/@\*/.test(text)) return ['all'];
  return [...text.matchAll(/@(?:\{([^}]+)\}|([\p{L}\p{N}_]+(?:[:.#$%&+?<>~/-][\p{L}\p{N}_]+)*))/gu)].map(
    ([, braced, plain]) => braced ?? plain ?? '',
  );
}
