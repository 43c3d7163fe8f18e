/** Where the program of the threads beside the build is. */
export const workerAddress = new URL('lib/worker.js', import.meta.resolve('colophon/package.json'));
