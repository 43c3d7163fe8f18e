import type { Message } from '../../book/messages/messages.ts';

/** A finished file, as it is told of. */
export interface ReportedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly kind: string;
}

/** What a command did and found, from which every format is written. */
export interface Report {
  /** As `--json` gives it. */
  readonly json: Readonly<Record<string, unknown>> & {
    readonly ok: boolean;
    readonly messages: ReadonlyArray<Message>;
  };
  /** Whether others follow it on the same output: as JSON it then is a line. */
  readonly isOneOfMany?: boolean;
  /** Whether warnings count as errors. */
  readonly strict: boolean;
  /** The title of the book, or the path of what was checked. */
  readonly title: string;
  /** In a few words: "built", "nothing was built", "checked". */
  readonly outcome: string;
  /** What was made or checked. */
  readonly files: ReadonlyArray<ReportedFile>;
  /** What is counted in the book: "612 pages". */
  readonly counts: ReadonlyArray<string>;
  /** How long it took: milliseconds by step, and in all under `total`. */
  readonly times?: Readonly<Record<string, number>>;
  /** The folder that the places of messages in the manuscript are relative to. */
  readonly folder: string;
  /** The folder of the files. */
  readonly out: string;
  /** The books, where there are several: each with its own messages, which are all in `json` as well. */
  readonly parts?: ReadonlyArray<Report>;
  /** Whether a person is told in a few lines what stops the build, and of nothing else. */
  readonly isBrief?: boolean;
  /** The last words for a person, below the messages. */
  readonly summary: string;
}

/** A format of reports: the whole of it as text. */
export type Format = (report: Report) => string;
