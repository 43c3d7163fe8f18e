import type { Labels } from '../../src/book/labels.ts';
import type { FrontMatter, Manuscript, Source } from '../../src/book/manuscript.ts';
import type { Metadata } from '../../src/book/metadata.ts';
import { VFile } from 'vfile';

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
  const metadata: Metadata = {
    title: 'A Short Book',
    language,
    contributors: [],
    subjects: [],
    identifiers: {},
    copyright: { years: [], holders: [], funding: [], credits: [], printings: false },
    notes: { place: 'book', numbering: 'book' },
    contents: { depth: 2 },
    print: { trim: { width: 360, height: 576 }, bleed: 0, openings: 'right', theme: 'plain' },
    slug: 'a-short-book',
    modified: '2024-01-01T00:00:00Z',
  };
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
