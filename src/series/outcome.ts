import type { Message } from '../book/messages/messages.ts';
import type { BuildFault } from '../build/build-fault.ts';
import type { BuildResult } from '../build/build.ts';
import { countsOf } from '../build/counts-of.ts';

/** A finished file of a book, without its bytes. */
export interface ReleasedFile {
  readonly path: string;
  readonly kind: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What a build came to that went its way, whatever it found: plain data without the bytes of the files. */
export interface BuiltBook {
  readonly ok: boolean;
  readonly title: string;
  readonly language: string;
  readonly authors: ReadonlyArray<string>;
  readonly messages: ReadonlyArray<Message>;
  readonly artifacts: ReadonlyArray<ReleasedFile>;
  readonly pages: number | null;
  /** What is counted in the book, in words. */
  readonly counts: ReadonlyArray<string>;
}

/** What became of a book of a series. */
export type Outcome =
  | {
      /** Whether it was built now, or is as it was built before. */
      readonly kind: 'built' | 'unchanged';
      readonly book: BuiltBook;
      /** How long the build took, in milliseconds. */
      readonly took?: number;
      /** What is worth knowing besides the messages. */
      readonly notes?: ReadonlyArray<string>;
    }
  | { readonly kind: 'failed'; readonly fault: BuildFault };

/** Whether there is a release of the book as it is. */
export function isReleased(outcome: Outcome): boolean {
  return outcome.kind !== 'failed' && outcome.book.ok;
}

/** What of a build is kept and told. */
export function builtBook(result: BuildResult): BuiltBook {
  const { ok, metadata, messages, artifacts, pageMap } = result;
  return {
    ok,
    title: metadata.title,
    language: metadata.language,
    authors: metadata.contributors.filter(({ role }) => role === 'aut').map(({ name }) => name),
    messages,
    artifacts: ok
      ? artifacts.map(({ path, kind, bytes, sha256 }) => ({ path, kind, bytes: bytes.length, sha256 }))
      : [],
    pages: pageMap?.pages.length ?? null,
    counts: ok ? countsOf(result) : [],
  };
}
