import { PDFArray, type PDFDict, type PDFObject } from 'pdf-lib';
import { numberOf } from '../../../pdf/look-up.ts';
import type { Inspector, Mark } from '../content/events.ts';
import type { PdfPage } from '../file/pages.ts';
import type { Findings } from '../findings.ts';
import { parentTreeOf } from './parent-tree.ts';
import type { Structure, StructureElement } from './structure.ts';

/**
 * Judges that all content is tagged or an artifact (ISO 14289-1, 7.1), and that the parent tree
 * leads from it to the element it belongs to (ISO 32000-1, 14.7.4.4).
 */
export function inspectMarks(findings: Findings, structure: Structure): Inspector {
  const tree = parentTreeOf(structure.root);
  const owners = new Map<PDFDict, Map<number, StructureElement>>();
  for (const element of structure.elements) {
    for (const { mcid, owner } of element.content) {
      const known = owners.get(owner) ?? new Map<number, StructureElement>();
      owners.set(owner, known.set(mcid, element));
    }
  }
  let last: Mark | undefined;

  const painted =
    (what: string) =>
    ({ page, mark }: { readonly page: PdfPage; readonly mark: Mark | undefined }): void => {
      if (mark === undefined) {
        findings.add(
          'pdf-content-untagged',
          `${what} are neither tagged nor marked as artifacts`,
          page.number,
        );
        return;
      }
      // Everything in one piece of marked content has the same fate.
      if (mark === last || mark.mcid === undefined) return;
      last = mark;
      const owner = mark.form?.dict ?? page.dict;
      const element = owners.get(owner)?.get(mark.mcid);
      if (element === undefined) {
        findings.add(
          'pdf-content-untagged',
          'Marked content belongs to no element of the structure',
          page.number,
        );
      } else if (parentIn(tree, owner, mark.mcid) !== element.dict) {
        findings.add(
          'pdf-parent-tree',
          'The parent tree does not lead to the element of some content',
          page.number,
        );
      }
    };

  return {
    text: painted('Letters'),
    path: painted('Lines or surfaces'),
    image: painted('Images'),
    shading: painted('Gradients'),
  };
}

function parentIn(tree: ReadonlyMap<number, PDFObject>, owner: PDFDict, mcid: number): PDFObject | undefined {
  const parents = tree.get(numberOf(owner, 'StructParents') ?? -1);
  return parents instanceof PDFArray && mcid >= 0 && mcid < parents.size() ? parents.lookup(mcid) : undefined;
}
