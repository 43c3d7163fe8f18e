import type { BuildFault } from '../build/build-fault.ts';
import type { PlainOptions } from './inputs.ts';
import type { BuiltBook } from './outcome.ts';

/** What a process that builds books is asked for. */
export interface BuildOrder {
  readonly folder: string;
  readonly out: string;
  readonly options: PlainOptions;
}

/** What it tells of a build; the last is how it ended. */
export type BuildNews =
  | { readonly kind: 'step'; readonly name: string }
  | { readonly kind: 'built'; readonly book: BuiltBook; readonly took: number; readonly notes: string[] }
  | { readonly kind: 'failed'; readonly fault: BuildFault };

/** How it ended. */
export type BuildEnd = Exclude<BuildNews, { readonly kind: 'step' }>;
