import type { RuleId } from '../../book/messages/rules.ts';
import type { Severity } from '../../book/messages/rule.ts';

/** What is wrong with an image; `reason` follows the name of the file in a sentence. */
export interface ImageFault {
  readonly rule: RuleId;
  readonly reason: string;
  /** The line of the file, of a drawing. */
  readonly line?: number;
  readonly hint?: string;
  readonly severity?: Severity;
}

/** An image as far as its bytes tell. */
export interface ImageFacts {
  readonly mediaType: string;
  /** CSS pixels, where the format states them. */
  readonly width?: number;
  readonly height?: number;
  readonly faults: ReadonlyArray<ImageFault>;
  /** What e-readers may not show right, as the end of a sentence. */
  readonly unfit?: string;
  /** The file as books carry it, where that differs from what was read. */
  readonly bytes?: Uint8Array;
  /** Whether it said where it was taken, which `bytes` does no longer. */
  readonly hadPlace?: boolean;
}

/** A file that was cut short or damaged. */
export function corrupt(reason: string, line?: number): ImageFault {
  return { rule: 'image-corrupt', reason, ...(line !== undefined && { line }) };
}

/** A picture that moves, which print cannot show. */
export function animated(): ImageFault {
  return {
    rule: 'image-format',
    reason: 'is animated, and print shows its first frame only',
    hint: 'Use a still image, or make sure that its first frame says enough.',
    severity: 'warning',
  };
}
