import { parsePath } from './paths.ts';
import { parsed } from '../yaml/schema.ts';

/** A Markdown file by its path, relative to the manuscript folder. */
export const markdownPath = parsed('the path of a Markdown file', (written) =>
  /\.(?:md|markdown)$/i.test(written) ? parsePath(written) : undefined,
);
