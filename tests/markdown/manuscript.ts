import type { Labels } from '../../src/book/labels.ts';
import type { FrontMatter, Manuscript, Source } from '../../src/book/manuscript.ts';
import { VFile } from 'vfile';
import { makeMetadata } from '../make-metadata.ts';

/** A file of a test's manuscript: its Markdown, or that and its front matter. */
export type TestFile =
  | string
  | { readonly text: string; readonly frontMatter?: FrontMatter; readonly part?: string };

/** A manuscript of the files given, in their order; a part is a file named `part:Title`. */
export function manuscript(files: Readonly<Record<string, TestFile>>, language = 'en'): Manuscript {
  const configuration = new VFile({ path: 'book.yaml' });
  const sources = Object.entries(files).map(([path, file]): Source => {
    const title = /^part:(.*)$/.exec(path)?.[1];
    if (title !== undefined) return { kind: 'part', title, file: configuration };
    const { text, frontMatter = {}, part } = typeof file === 'string' ? { text: file } : file;
    const value = new VFile({ path, value: text });
    return { kind: 'file', file: value, frontMatter, ...(part === undefined ? {} : { part }) };
  });
  const metadata = makeMetadata({ language });
  return {
    metadata,
    labels,
    sources,
    references: [],
    files: [configuration, ...sources.map(({ file }) => file)],
  };
}

const labels = {
  titlePage: 'Title page',
  copyrightPage: 'Copyright',
  dedication: 'Dedication',
  epigraph: 'Epigraph',
} as unknown as Labels;
