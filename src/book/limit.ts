import type { RuleId } from './messages/rules.ts';

/** In what limits are told of and set, and how much of it one is. */
export const units = {
  MB: 1 << 20,
  KB: 1 << 10,
  megapixels: 1_000_000,
  seconds: 1000,
  levels: 1,
  characters: 1,
  columns: 1,
  times: 1,
} as const;

/** How much of something is accepted. */
export interface Limit {
  /** The most: bytes, pixels, milliseconds, or so many. */
  readonly most: number;
  readonly unit: keyof typeof units;
  /** What is limited, as in "8 MB in …". */
  readonly what: string;
  /** The message of what goes beyond; a browser that does is stopped. */
  readonly rule?: RuleId;
}
