/** Where the program of the process is that builds for a preview. */
export const previewerAddress = new URL('lib/previewer.js', import.meta.resolve('colophon/package.json'));
