import type { BuildFault } from '../../build/build-fault.ts';
import type { BuildOptions } from '../../build/options.ts';
import type { ChapterSetup } from '../chapter/chapter-printer.ts';
import type { Fact, PrintFacts, ShownMessage } from '../protocol.ts';

/** What the process that builds for a preview is told at its beginning. */
export interface BuildSetup {
  readonly folder: string;
  readonly options: Pick<
    BuildOptions,
    'browser' | 'limits' | 'only' | 'threads' | 'cache' | 'themes' | 'locales'
  >;
}

/** What it is asked for. */
export type BuildOrder =
  | { readonly kind: 'set up'; readonly setup: BuildSetup }
  | { readonly kind: 'build'; readonly number: number };

/** What it tells of a build, in this order; a build ends with the last or the last but one. */
export type BuildNews = { readonly number: number } & (
  | { readonly kind: 'step'; readonly name: string }
  | { readonly kind: 'note'; readonly text: string }
  | {
      readonly kind: 'printed';
      readonly pdf: Uint8Array;
      readonly facts: PrintFacts;
      readonly setup: ChapterSetup;
    }
  | ({ readonly kind: 'ended' } & EndedBuild)
  | { readonly kind: 'failed'; readonly fault: BuildFault }
);

/** What a build came to that went its way. */
export interface EndedBuild {
  readonly title: string;
  readonly ok: boolean;
  readonly messages: ReadonlyArray<ShownMessage>;
  readonly facts: ReadonlyArray<Fact>;
  /** Milliseconds. */
  readonly took: number;
  /** The finished files; absent where there are none. */
  readonly epub?: Uint8Array;
  readonly cover?: Uint8Array;
}
