import { setFlagsFromString } from 'node:v8';

/** Has V8 leave WebAssembly as its quick compiler, Liftoff, has made it. */
export const baselineOnly = '--liftoff-only';

/**
 * Lets no WebAssembly be compiled a second time, to run faster: what cuts fonts and reads XML runs for tenths of a
 * second, and the second compiler takes longer than it saves, and 40 MB that are not given back. The setting is that of the
 * whole process, so that a program which uses the library decides for itself.
 */
export function keepBaselineWasm(): void {
  setFlagsFromString(baselineOnly);
}
