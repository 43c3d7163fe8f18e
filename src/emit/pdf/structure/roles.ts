import { PDFName, type PDFDict } from 'pdf-lib';
import { setRole, type StructureElement } from './elements.ts';
import { dictionary } from '../../../book/dictionary.ts';

/** The structure types every reader knows (ISO 32000-1, 14.8.4). */
const standard = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP ' +
    'Figure Formula Form'
  ).split(' '),
);

/** What Chrome's own types come nearest to; all others are phrases. */
const nearest = dictionary<string>({ Aside: 'Sect' });

/** Maps every type that is not a standard one (ISO 14289-1, 7.1; ISO 32000-1, 14.7.3). */
export function mapRoles(root: PDFDict, elements: ReadonlyArray<StructureElement>): void {
  const own = new Set(elements.map(({ role }) => role).filter((role) => !standard.has(role)));
  if (own.size === 0) return;
  const map = root.context.obj({});
  for (const role of [...own].toSorted()) map.set(PDFName.of(role), PDFName.of(nearest[role] ?? 'Span'));
  root.set(PDFName.of('RoleMap'), map);
}

/** What Chrome tags as of no structure but is the parts of the book. */
export function nameSections(elements: ReadonlyArray<StructureElement>): void {
  for (const { dict, role, parent } of elements) {
    if (role === 'NonStruct' && parent?.role === 'Document') setRole(dict, 'Sect');
  }
}

/** The words that readings stand above (ISO 32000-1, 14.8.4.4.2), which Chrome tags as of no structure. */
export function nameRubyBases(elements: ReadonlyArray<StructureElement>): void {
  for (const { dict, role, parent } of elements) {
    if (role === 'NonStruct' && parent?.role === 'Ruby') setRole(dict, 'RB');
  }
}
