import type { PDFDict } from 'pdf-lib';
import { arrayOf, asDict, nameOf, numberOf, textOf } from '../../../pdf/look-up.ts';
import type { PdfPage } from '../file/pages.ts';
import type { Findings } from '../findings.ts';
import { parentTreeOf } from './parent-tree.ts';
import type { Structure, StructureElement } from './structure.ts';

/** Judges links and other annotations of all pages (ISO 14289-1, 7.18). */
export function judgeAnnotations(
  findings: Findings,
  pages: ReadonlyArray<PdfPage>,
  structure: Structure,
): void {
  const tree = parentTreeOf(structure.root);
  const owners = new Map<PDFDict, StructureElement>();
  for (const element of structure.elements) for (const object of element.objects) owners.set(object, element);

  for (const page of pages) {
    const annotations = arrayOf(page.dict, 'Annots').flatMap((object) => asDict(object) ?? []);
    if (annotations.length > 0 && nameOf(page.dict, 'Tabs') !== 'S')
      findings.add(
        'pdf-tab-order',
        'The page with links does not say in which order they are visited',
        page.number,
      );
    for (const annotation of annotations) judge(annotation, page);
  }

  function judge(annotation: PDFDict, page: PdfPage): void {
    const kind = nameOf(annotation, 'Subtype') ?? 'unknown';
    const isHidden = ((numberOf(annotation, 'F') ?? 0) & 2) !== 0;
    if (isHidden || kind === 'Popup' || kind === 'PrinterMark') return;
    const isLink = kind === 'Link';
    const what = isLink ? 'A link' : `An annotation (${kind})`;
    const element = owners.get(annotation);
    const expected = isLink ? 'Link' : kind === 'Widget' ? 'Form' : 'Annot';
    if (element === undefined) findings.add('pdf-link', `${what} is not tagged`, page.number);
    else if (element.type !== expected)
      findings.add('pdf-link', `${what} is tagged as ${element.type}, not as ${expected}`, page.number);
    const parent = tree.get(numberOf(annotation, 'StructParent') ?? -1);
    if (element !== undefined && asDict(parent) !== element.dict)
      findings.add(
        'pdf-parent-tree',
        `The parent tree does not lead to the element of ${what.toLowerCase()}`,
        page.number,
      );
    const words =
      textOf(annotation, 'Contents') ?? textOf(annotation, 'TU') ?? textOf(element?.dict, 'Alt') ?? '';
    const isDescribed = isLink ? (textOf(annotation, 'Contents') ?? '').trim() !== '' : words.trim() !== '';
    if (!isDescribed) findings.add('pdf-link', `${what} has no Contents to be read aloud`, page.number);
  }
}
