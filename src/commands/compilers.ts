import { setFlagsFromString } from 'node:v8';

/** Has V8 leave WebAssembly as its quick compiler, Liftoff, has made it. */
export const baselineOnly = '--liftoff-only';

/**
 * Has V8 consider a function for optimization when more of it has run, in bytes of its code: six times as much as
 * usual.
 */
export const lateOptimization = '--interrupt-budget=400000';

/** From this version on V8 has no such flag, would write of it on standard error, and is as quick without. */
const firstWithout = 12;

/**
 * Lets no WebAssembly be compiled a second time, to run faster: what cuts fonts and reads XML runs for tenths of a
 * second, and the second compiler takes longer than it saves, and 40 MB that are not given back. The setting is that of the
 * whole process, so that a program which uses the library decides for itself.
 */
export function keepBaselineWasm(): void {
  setFlagsFromString(baselineOnly);
}

/**
 * Sets the compilers of V8 up for a process that builds a book and ends: besides what {@link keepBaselineWasm} does,
 * functions are optimized when they have run for longer. A build calls thousands of functions for some tenths of a
 * second each. Of the processors' time for Moby-Dick a third was spent on optimizing them, on threads that Chrome
 * and the build then lacked; so it is half of that. What runs for long is optimized all the same.
 */
export function compileForOneBuild(): void {
  keepBaselineWasm();
  if (Number.parseInt(process.versions.v8, 10) < firstWithout) setFlagsFromString(lateOptimization);
}
