import type { DemandName, Demands, Range, Store, Types } from '../../../book/store.ts';
import type { EpubFacts } from './epub-facts.ts';

/** One place where a book is not what a store asks for. */
export interface Breach {
  /** One sentence without a full stop. */
  readonly reason: string;
  /** A file of the container, by its path; none where the whole is meant. */
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
}

/** What is found when a book is held to one demand of a store, place by place. */
export type Judge<Name extends DemandName> = (
  facts: EpubFacts,
  demand: Demands[Name],
  store: Pick<Store, 'title'>,
) => Breach[];

/** Judges by the demand they hold a book to. */
export type Judges<Names extends DemandName> = { readonly [Name in Names]: Judge<Name> };

/** What a figure is outside of, in words: `at least 640`, `at most 7,200`; undefined where it is within. */
export function outside(
  figure: number,
  { least, most }: Range,
  inWords: (figure: number) => string = grouped,
): string | undefined {
  if (least !== undefined && figure < least) return `at least ${inWords(least)}`;
  return most !== undefined && figure > most ? `at most ${inWords(most)}` : undefined;
}

/** Whether a media type is among those taken. */
export function isTaken(mediaType: string, { only }: Types): boolean {
  return only.includes(mediaType);
}

/** Digits in groups of three. */
export function grouped(figure: number): string {
  return String(figure).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A number of bytes as stores state it: `300 kB`, `1.2 MB`. */
export function size(bytes: number): string {
  if (bytes < 1e6) return `${Math.ceil(bytes / 1e3)} kB`;
  const [unit, factor] = bytes < 1e9 ? (['MB', 1e6] as const) : (['GB', 1e9] as const);
  return `${Number((bytes / factor).toFixed(1))} ${unit}`;
}
