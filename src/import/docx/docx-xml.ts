import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import type JSZip from 'jszip';

/** A part of a document as a tree; undefined where there is none. */
export async function partOf(archive: JSZip, name: string): Promise<Document | undefined> {
  const xml = await archive.file(name)?.async('string');
  if (xml === undefined) return undefined;
  // A fault is mammoth's to tell of, which reads the same part.
  const parser = new DOMParser({ errorHandler: { warning: ignore, error: ignore, fatalError: ignore } });
  const part: Partial<Document> | undefined = parser.parseFromString(xml, 'text/xml');
  // What is no XML at all has no element.
  return part?.documentElement === null || part?.documentElement === undefined
    ? undefined
    : (part as Document);
}

/** Puts a part back. */
export function writePart(archive: JSZip, name: string, part: Document): void {
  archive.file(name, new XMLSerializer().serializeToString(part));
}

/** An attribute; empty where there is none. */
export function attribute(element: Element, name: string): string {
  return element.getAttribute(name) ?? '';
}

/** The nodes of a list, as it is now. */
export function listed<T>(
  list: { readonly length: number; item(index: number): T | null } | ReadonlyArray<T>,
): T[] {
  if (Array.isArray(list)) return [...(list as ReadonlyArray<T>)];
  const nodes = list as { readonly length: number; item(index: number): T | null };
  return Array.from({ length: nodes.length }, (_unused, index) => nodes.item(index)).filter(
    (each) => each !== null,
  );
}

function ignore(): void {
  // Nothing is told here.
}
