import { randomUUID } from 'node:crypto';
import { stringify } from 'yaml';
import { nobody } from '../book/nobody.ts';
import type { ImportedMetadata, ImportedRights } from '../import/imported.ts';
import { filedName } from '../language/filing.ts';
import type { NewBook } from './init.ts';

/** A book.yaml with the keys that one will want, those not used yet as comments. */
export function newBookYaml({
  title,
  author,
  language,
  kind,
  theme,
  trim,
  printer,
  year,
  from,
}: NewBook): string {
  const said: ImportedMetadata = from?.metadata ?? {};
  const authors = said.authors?.includes(author) === true ? said.authors : [author];
  return `# What the book is. The Handbook tells of every key.
title: ${value(title)}
${said.subtitle === undefined ? '# subtitle: What it is about' : `subtitle: ${value(said.subtitle)}`}
language: ${language}
contributors:
${authors.map((name) => contributor(name, language, said.affiliation)).join('\n')}
${said.publisher === undefined ? '# publisher: { name: The Press, place: The Town }' : `publisher: { name: ${value(said.publisher)} }`}
${said.date === undefined ? `# date: ${year}` : `date: ${said.date}`}
${said.description === undefined ? '# description: One or two sentences for shops and libraries.' : `description: ${value(said.description)}`}

identifiers:
  # By this the book is known for good, whatever of it is corrected.
  id: urn:uuid:${randomUUID()}
  # epub: an ISBN of the e-book
  # print: an ISBN of the printed book

copyright:
  year: ${said.rights?.year ?? year}
  holder: ${value(said.rights?.holder ?? author)}
${rightsYaml(said.rights)}
# cover: { image: images/cover.jpg, alt: What the picture shows }
cover: { design: ${theme ?? kind.theme} }

print:
  theme: ${theme ?? kind.theme}
  ${trim === undefined ? '# trim: 6in x 9in' : `trim: ${value(trim)}`}
  ${printer === undefined ? '# printer: kdp' : `printer: ${value(printer)}`}
`;
}

/** One who wrote the book, as lists have the name, which one may want to correct. */
function contributor(name: string, language: string, affiliation?: string): string {
  const filed = name === nobody ? undefined : filedName(name, language);
  const sortAs = filed === undefined ? '' : `, sortAs: ${value(filed)}`;
  const house = affiliation === undefined ? '' : `, affiliation: ${value(affiliation)}`;
  return `  - { name: ${value(name)}${sortAs}, role: author${house} }`;
}

/** The keys of `copyright:` that a document has told, as lines. */
function rightsYaml(rights: ImportedRights = {}): string {
  const { license, statement, funding, attribution, extract, permission } = rights;
  const reuse = {
    ...(attribution !== undefined && { attribution }),
    ...(extract !== undefined && { extract }),
    ...(permission !== undefined && { permission }),
  };
  const keys = {
    ...(license !== undefined && { license }),
    ...(statement !== undefined && { statement }),
    ...(funding !== undefined && { funding }),
    ...(Object.keys(reuse).length > 0 && { reuse }),
  };
  const usual = license === undefined ? '  # license: CC-BY-4.0\n' : '';
  if (Object.keys(keys).length === 0) return usual;
  return `${usual}${stringify(keys, { lineWidth: 100 }).replace(/^(?=.)/gm, '  ')}`;
}

/** A text as a value within a flow mapping, in quotes where YAML asks for them. */
function value(text: string): string {
  return stringify([text], { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false })
    .trim()
    .slice(1, -1);
}
