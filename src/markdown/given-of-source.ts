import type { Manuscript, Source } from '../book/manuscript.ts';
import type { Draft } from './draft.ts';
import { asciiSlug, sectionStem, type Allocate } from './ids.ts';

/** What is known of a file before it is parsed. */
export type Given = Pick<Draft, 'id' | 'frontMatter' | 'language' | 'wording' | 'isShared'>;

/** The words of the book, and how it is written. */
export function wordingOf({ labels, metadata }: Pick<Manuscript, 'labels' | 'metadata'>): Draft['wording'] {
  return { labels, language: metadata.language, spaces: metadata.punctuation.spaces };
}

/** What is known of the file of a source before it is parsed: its id is given out. */
export function givenOf(
  source: Extract<Source, { kind: 'file' }>,
  wording: Draft['wording'],
  allocate: Allocate,
): Given {
  const { frontMatter } = source;
  return {
    id: sectionId(source, allocate),
    frontMatter,
    language: frontMatter.language ?? wording.language,
    wording,
    isShared: false,
  };
}

/** The id of the section that a source begins, with those of its printed title and its own list of notes beside it. */
export function sectionId(source: Source, allocate: Allocate): string {
  const id = allocate(
    source.kind === 'part' ? `part-${asciiSlug(source.title) || 'x'}` : sectionStem(source.file.path ?? ''),
  );
  for (const name of ['title', 'notes', 'notes-title']) allocate(`${id}--${name}`);
  return id;
}
