import type { PDFDocument, PDFRef } from 'pdf-lib';
import type { LinkNames } from '../screen/link-names.ts';
import { tagWorks } from './bibliography.ts';
import { releaseDecoration } from './decoration.ts';
import { elementsOf, structureRoot } from './elements.ts';
import { placeFootNotes } from './foot-notes.ts';
import { nameFigures } from './figures.ts';
import { closeLevels } from './headings.ts';
import { nameCells } from './identifiers.ts';
import { nameLinks } from './links.ts';
import { addListBodies } from './lists.ts';
import { tagNotes } from './notes.ts';
import { updateParents, type MarkedContent } from './parent-tree.ts';
import { tagReferences } from './references.ts';
import { mapRoles, nameRubyBases, nameSections } from './roles.ts';

/** What leads where, by the names of destinations. */
export interface Leading {
  /** Notes, by those of their marks. */
  readonly marks: ReadonlyMap<string, string>;
  /** Places that cite works of a bibliography. */
  readonly citing: ReadonlySet<string>;
  /** Notes, and works of a bibliography. */
  readonly referred: ReadonlySet<string>;
}

/**
 * Makes of Chrome's structure tree one that PDF/UA-1 allows (ISO 14289-1, clause 7).
 *
 * @param names what the links are called
 * @returns the marked content that has no place in the structure and only decorates
 */
export function completeTags(
  document: PDFDocument,
  names: LinkNames,
  { marks, citing, referred }: Leading,
): MarkedContent {
  const root = structureRoot(document);
  if (root === undefined) return new Map();
  const elements = elementsOf(document.context, root);
  nameCells(root, elements);
  nameLinks(elements, names);
  nameFigures(elements);
  nameSections(elements);
  nameRubyBases(elements);
  mapRoles(root, elements);
  closeLevels(elements);
  const bodies = addListBodies(elements);
  const notes = tagNotes(root, elements, bodies, marks);
  const works = citing.size > 0 ? tagWorks(elements, bodies, citing) : new Map<PDFRef, PDFRef>();
  const heirs = new Map<PDFRef, PDFRef>();
  const noteIn = new Map(notes.map(({ body, ref }) => [body, ref]));
  for (const [body, note] of placeFootNotes(elements, bodies, notes)) noteIn.set(body, note);
  for (const [body, work] of works) noteIn.set(body, work);
  tagReferences(elements, referred);
  for (const [item, body] of bodies) heirs.set(item, noteIn.get(body) ?? body);
  return updateParents(root, heirs, releaseDecoration(elements));
}
