import type { PackedError } from './pack-error.ts';

/** What a thread beside the build is told. */
export interface Order {
  readonly id: number;
  readonly task: string;
  /** Plain data; a port stands for a function. */
  readonly given: ReadonlyArray<unknown>;
}

/** The names of tasks that it will be told to do: what does them is loaded ahead. */
export interface Announcement {
  readonly ahead: ReadonlyArray<string>;
}

/** What it, or whoever is called through a port, answers to an order or a call. */
export type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: PackedError };
