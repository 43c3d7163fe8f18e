import type { Labels } from '../../src/book/labels.ts';
import type { FrontMatter, Manuscript, Source } from '../../src/book/manuscript.ts';
import type { NotesSettings } from '../../src/book/metadata.ts';
import { noRights } from '../../src/book/rights.ts';
import { VFile } from 'vfile';
import { makeMetadata } from './metadata.ts';

/** A file of a test's manuscript: its Markdown, or that and its front matter. */
export type TestFile =
  | string
  | { readonly text: string; readonly frontMatter?: FrontMatter; readonly within?: number };

/** What else a test's manuscript may have. */
export interface TestOptions {
  readonly language?: string;
  readonly style?: NotesSettings['style'];
  /** The text of the shared file of notes, notes.md. */
  readonly shared?: string;
  readonly sharedFrontMatter?: FrontMatter;
}

/** A manuscript of the files given, in their order; a part is a file named `part:Title`. */
export function manuscript(
  files: Readonly<Record<string, TestFile>>,
  { language = 'en', style = 'footnotes', shared, sharedFrontMatter = {} }: TestOptions = {},
): Manuscript {
  const configuration = new VFile({ path: 'book.yaml' });
  const sources = Object.entries(files).map(([path, file]): Source => {
    const title = /^part:(.*)$/.exec(path)?.[1];
    if (title !== undefined) return { kind: 'part', title, file: configuration };
    const { text, frontMatter = {}, within } = typeof file === 'string' ? { text: file } : file;
    const value = new VFile({ path, value: text });
    return { kind: 'file', file: value, frontMatter, ...(within === undefined ? {} : { within }) };
  });
  const notes = makeMetadata().notes;
  const metadata = makeMetadata({ language, notes: { ...notes, style } });
  const sharedNotes = shared === undefined ? undefined : new VFile({ path: 'notes.md', value: shared });
  return {
    metadata,
    labels,
    sources,
    ...(sharedNotes && { sharedNotes, sharedNotesFrontMatter: sharedFrontMatter }),
    rights: noRights,
    copyrightTemplate: new VFile({ path: 'pages/copyright-page.md', value: '' }),
    references: [],
    files: [configuration, ...sources.map(({ file }) => file), ...(sharedNotes ? [sharedNotes] : [])],
  };
}

const labels = {
  titlePage: 'Title page',
  copyrightPage: 'Copyright',
  dedication: 'Dedication',
  epigraph: 'Epigraph',
} as unknown as Labels;
