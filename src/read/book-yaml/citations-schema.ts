import { either, mapping, oneOf, oneOrMore, text } from '../yaml/schema.ts';

/** What book.yaml says of citations. */
export interface CitationsConfig {
  readonly bibliography: string[];
  readonly style?: string;
  readonly locale?: string[];
  readonly section?: 'end' | 'chapter' | 'none';
  readonly first?: 'book' | 'chapter';
  readonly title?: string;
  readonly uncited?: string[];
}

/** A bibliography alone, or with how its citations are set: the key `citations` of book.yaml. */
export const citations = either<CitationsConfig, CitationsConfig>(
  text('the path of a bibliography').transform((path) => ({ bibliography: [path] })),
  mapping({
    bibliography: oneOrMore(text('the path of a .bib, .json or .yaml file')),
    style: text('notes, author-date, numeric or the path of a .csl file').exactOptional(),
    locale: oneOrMore(text('the path of a locale of CSL, an .xml file')).exactOptional(),
    section: oneOf('end', 'chapter', 'none').exactOptional(),
    first: oneOf('book', 'chapter').exactOptional(),
    title: text().exactOptional(),
    uncited: oneOrMore(text('all, or the keys of works')).exactOptional(),
  }),
);
