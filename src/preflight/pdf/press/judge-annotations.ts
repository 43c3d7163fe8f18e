import { arrayOf, asDict, nameOf, numberOf, numbersOf } from '../../../pdf/look-up.ts';
import { bleedOf, type PdfPage } from '../file/pages.ts';
import { meet } from '../content/matrix.ts';
import type { Findings } from '../findings.ts';

/** What may lie on printed pages (ISO 15930-7, 6.15). */
const printable: ReadonlySet<string> = new Set(['PrinterMark', 'TrapNet']);

/** Judges links, notes and other annotations: a press edition has none where it prints. */
export function judgeAnnotations(findings: Findings, page: PdfPage): void {
  for (const object of arrayOf(page.dict, 'Annots')) {
    const annotation = asDict(object);
    const kind = nameOf(annotation, 'Subtype') ?? 'unknown';
    const [x = 0, y = 0, z = 0, w = 0] = numbersOf(annotation, 'Rect') ?? [];
    const isHidden = ((numberOf(annotation, 'F') ?? 0) & 2) !== 0;
    const box = [Math.min(x, z), Math.min(y, w), Math.max(x, z), Math.max(y, w)] as const;
    if (printable.has(kind) || isHidden || meet(box, bleedOf(page)) === undefined) continue;
    findings.add('pdf-annotation', `An annotation (${kind}) lies on the page`, page.number);
  }
}
