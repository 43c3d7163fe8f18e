import { PDFNumber, type PDFDict, type PDFDocument, type PDFObject } from 'pdf-lib';
import { asArray, asDict, dictOf, entry, nameOf, numberOf } from '../../../pdf/look-up.ts';
import type { PdfPage } from '../file/pages.ts';
import { standardTypes } from './standard-types.ts';

/** An element of the structure tree (ISO 32000-1, 14.7.2). */
export interface StructureElement {
  readonly dict: PDFDict;
  /** As the file names it. */
  readonly tag: string;
  /** What it is mapped to; the tag itself where it is mapped to nothing. */
  readonly type: string;
  readonly parent: StructureElement | undefined;
  readonly children: ReadonlyArray<StructureElement>;
  /** The marked content that belongs to it directly. */
  readonly content: ReadonlyArray<ContentReference>;
  /** Annotations that belong to it directly. */
  readonly objects: ReadonlyArray<PDFDict>;
  /** The first page it stands on, from 1; undefined where that cannot be told. */
  readonly page: number | undefined;
}

/** Marked content: that of a page, or of a form. */
export interface ContentReference {
  readonly mcid: number;
  readonly owner: PDFDict;
}

/** The structure of a file. */
export interface Structure {
  readonly root: PDFDict;
  readonly roles: PDFDict | undefined;
  /** In the order in which they are read. */
  readonly elements: ReadonlyArray<StructureElement>;
  /** Whether an element stands in the tree twice, or the tree is deeper than any document. */
  readonly isTangled: boolean;
}

/** Elements in one another; a tree that is deeper would exhaust who walks it. */
const deepest = 400;

/** The structure tree; undefined where the file has none. */
export function readStructure(document: PDFDocument, pages: ReadonlyArray<PdfPage>): Structure | undefined {
  const root = dictOf(document.catalog, 'StructTreeRoot');
  if (root === undefined) return undefined;
  const roles = dictOf(root, 'RoleMap');
  const numbers = new Map(pages.map(({ dict, number }) => [dict, number]));
  const elements: StructureElement[] = [];
  const seen = new Set<PDFDict>();
  let isTangled = false;

  const read = (
    dict: PDFDict,
    parent: StructureElement | undefined,
    inherited: PDFDict | undefined,
    depth: number,
  ): StructureElement | undefined => {
    if (seen.has(dict) || depth > deepest) {
      isTangled = true;
      return undefined;
    }
    seen.add(dict);
    const tag = nameOf(dict, 'S') ?? '';
    const pageDict = dictOf(dict, 'Pg') ?? inherited;
    const children: StructureElement[] = [];
    const content: ContentReference[] = [];
    const objects: PDFDict[] = [];
    const element: { -readonly [Key in keyof StructureElement]: StructureElement[Key] } = {
      dict,
      tag,
      type: mapped(tag, roles),
      parent,
      children,
      content,
      objects,
      page: pageDict === undefined ? undefined : numbers.get(pageDict),
    };
    elements.push(element);
    for (const kid of kidsOf(dict)) {
      const reference = contentReference(kid, pageDict);
      const inner = asDict(kid);
      if (reference !== undefined) {
        content.push(reference);
        element.page ??= numbers.get(reference.owner);
      } else if (inner !== undefined && nameOf(inner, 'Type') === 'OBJR') {
        const object = dictOf(inner, 'Obj');
        if (object !== undefined) objects.push(object);
      } else if (inner !== undefined && entry(inner, 'S') !== undefined) {
        const child = read(inner, element, pageDict, depth + 1);
        if (child !== undefined) children.push(child);
        element.page ??= child?.page;
      }
    }
    return element;
  };
  for (const kid of kidsOf(root)) {
    const dict = asDict(kid);
    if (dict !== undefined) read(dict, undefined, undefined, 0);
  }
  return { root, roles, elements, isTangled };
}

function kidsOf(dict: PDFDict): PDFObject[] {
  const kids = entry(dict, 'K');
  if (kids === undefined) return [];
  const array = asArray(kids);
  return array.length > 0 ? array : [kids];
}

function contentReference(kid: PDFObject, page: PDFDict | undefined): ContentReference | undefined {
  if (kid instanceof PDFNumber) return page && { mcid: kid.asNumber(), owner: page };
  const dict = asDict(kid);
  const mcid = nameOf(dict, 'Type') === 'MCR' ? numberOf(dict, 'MCID') : undefined;
  const owner = dictOf(dict, 'Stm') ?? dictOf(dict, 'Pg') ?? page;
  return mcid === undefined || owner === undefined ? undefined : { mcid, owner };
}

/** The standard type that a tag stands for (ISO 32000-1, 14.7.3). */
function mapped(tag: string, roles: PDFDict | undefined): string {
  let type = tag;
  for (let step = 0; step < 16 && !standardTypes.has(type); step++) {
    const next = nameOf(roles, type);
    if (next === undefined) return tag;
    type = next;
  }
  return standardTypes.has(type) ? type : tag;
}
