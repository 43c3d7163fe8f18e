import type { Severity } from '../../book/messages.ts';
import type { RuleId } from '../../book/rules.ts';

/** What preflight finds in a PDF. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** One sentence without a full stop. */
  readonly reason: string;
  readonly hint: string;
  /** Counted from 1; absent where it is about the file as a whole. */
  readonly page?: number;
}
