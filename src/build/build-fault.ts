import { EnvironmentError, UsageError } from '../book/errors.ts';

/** Why a build came to nothing that is no fault of the manuscript's text: plain data, for other processes. */
export interface BuildFault {
  /** Whether the command was used wrongly, the machine refused something, or Colophon is at fault. */
  readonly kind: 'usage' | 'environment' | 'program';
  readonly reason: string;
  readonly hint: string;
}

/** What a build that threw is told of as. */
export function faultOf(error: unknown): BuildFault {
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof UsageError) return { kind: 'usage', reason, hint: '' };
  if (error instanceof EnvironmentError) return { kind: 'environment', reason, hint: error.hint };
  return {
    kind: 'program',
    reason: `This is a fault of Colophon, please report it: ${reason}`,
    hint: error instanceof Error ? (error.stack ?? '') : '',
  };
}
