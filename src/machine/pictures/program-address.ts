/** Where the program of the process for pictures is. */
export const programAddress = new URL('lib/pictures.js', import.meta.resolve('colophon/package.json'));
