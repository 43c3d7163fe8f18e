/** Where the program of the processes is that build the books of a series. */
export const releaserAddress = new URL('lib/releaser.js', import.meta.resolve('colophon/package.json'));
