import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRef, PDFString, type PDFObject } from 'pdf-lib';
import type { StructureElement } from './elements.ts';

const idKey = PDFName.of('ID');
const treeKey = PDFName.of('IDTree');
const attributesKey = PDFName.of('A');
const headersKey = PDFName.of('Headers');

/**
 * Names the heads of tables in reading order. Chrome calls them by numbers of nodes, which other tabs
 * of the browser draw from too: two prints of one book would differ.
 *
 * @param root of the structure tree; its tree of identifiers is made anew
 */
export function nameCells(root: PDFDict, elements: ReadonlyArray<StructureElement>): void {
  const names = new Map<string, string>();
  const entries: Array<readonly [string, PDFRef]> = [];
  for (const { dict, ref } of elements) {
    const given = textOf(dict.get(idKey));
    if (given === undefined) continue;
    const name = `cell:${String(entries.length + 1).padStart(6, '0')}`;
    names.set(given, name);
    entries.push([name, ref]);
    dict.set(idKey, PDFString.of(name));
  }
  if (entries.length === 0) return;
  for (const { dict } of elements) renameHeaders(dict, names);
  removeTree(root);
  addIdentifiers(root, entries);
}

/** Adds to the tree of identifiers (ISO 32000-1, 14.7.2, Table 322), which is in the order of bytes. */
export function addIdentifiers(root: PDFDict, added: ReadonlyArray<readonly [string, PDFRef]>): void {
  const tree = root.lookupMaybe(treeKey, PDFDict);
  const entries = [...(tree === undefined ? [] : entriesOf(tree)), ...added].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const names = entries.flatMap(([name, ref]) => [PDFString.of(name), ref]);
  root.set(treeKey, root.context.obj({ Names: names }));
}

/** The cells of a table name their heads among their attributes (ISO 32000-1, 14.8.5.7). */
function renameHeaders(dict: PDFDict, names: ReadonlyMap<string, string>): void {
  const attributes = dict.lookup(attributesKey);
  const all = attributes instanceof PDFArray ? attributes.asArray() : [attributes];
  for (const each of all) {
    const found = each instanceof PDFRef ? dict.context.lookup(each) : each;
    const headers = found instanceof PDFDict ? found.lookup(headersKey) : undefined;
    if (!(headers instanceof PDFArray)) continue;
    for (const [index, header] of headers.asArray().entries()) {
      const name = names.get(textOf(header) ?? '');
      if (name !== undefined) headers.set(index, PDFString.of(name));
    }
  }
}

function removeTree(root: PDFDict): void {
  const remove = (object: PDFObject | undefined): void => {
    const node = object instanceof PDFRef ? root.context.lookup(object) : object;
    if (node instanceof PDFDict)
      for (const kid of node.lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray() ?? []) remove(kid);
    if (object instanceof PDFRef) root.context.delete(object);
  };
  remove(root.get(treeKey));
  root.delete(treeKey);
}

function entriesOf(node: PDFDict): Array<readonly [string, PDFObject]> {
  const kids = node.lookupMaybe(PDFName.of('Kids'), PDFArray);
  const inner = kids?.asArray().flatMap((kid) => entriesOf(node.context.lookup(kid, PDFDict))) ?? [];
  const names = node.lookupMaybe(PDFName.of('Names'), PDFArray)?.asArray() ?? [];
  const own = names.flatMap((name, index) => {
    const key = index % 2 === 0 ? textOf(name) : undefined;
    const value = names[index + 1];
    return key !== undefined && value !== undefined ? [[key, value] as const] : [];
  });
  return [...inner, ...own];
}

function textOf(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;
}
