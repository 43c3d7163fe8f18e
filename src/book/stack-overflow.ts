/**
 * Whether the stack was too small, as for what is nested too deeply. Lengths and numbers that cannot be are errors of the
 * same kind, and faults of ours.
 */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack');
}
