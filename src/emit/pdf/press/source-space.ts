import { PDFArray, PDFDict, PDFName, PDFRef, PDFStream, type PDFDocument } from 'pdf-lib';
import { profileStream } from './profile-stream.ts';
import { rewriteStreams } from '../content/rewrite-streams.ts';

/** As bytes 8 and 9 of a profile have it: the newest version of ICC profiles that PDF 1.6 knows. */
const newest = [4, 0x20] as const;

/**
 * Says of all colours that are still red, green and blue which ones they are: what has no colour
 * space of its own is sRGB (`DefaultRGB`; ISO 32000-1, 8.6.5.6), and profiles too new for PDF/X-4
 * are replaced. Chrome's own, of version 4.3, is sRGB as well.
 *
 * @param srgb an ICC profile
 * @param shadings gradients in colour, which name their space themselves
 */
export async function defineSource(
  document: PDFDocument,
  srgb: Uint8Array,
  shadings: Iterable<PDFDict>,
): Promise<void> {
  const { context } = document;
  const source = context.register(context.obj([PDFName.of('ICCBased'), profileStream(context, srgb, 3)]));
  for (const resources of resourcesOf(document)) {
    const spaces = resources.lookup(PDFName.of('ColorSpace'));
    const own = spaces instanceof PDFDict ? spaces : context.obj({});
    own.set(PDFName.of('DefaultRGB'), source);
    resources.set(PDFName.of('ColorSpace'), own);
  }
  for (const shading of shadings) shading.set(PDFName.of('ColorSpace'), source);
  await rewriteStreams(context, profilesOf(document), (profile) => {
    if (!isTooNew(profile)) return profile;
    return isChromes(profile) ? srgb : ofNewestVersion(profile);
  });
}

/** Every dictionary of resources in the file. */
export function resourcesOf(document: PDFDocument): Set<PDFDict> {
  const found = new Set<PDFDict>();
  const resources = PDFName.of('Resources');
  for (const { node } of document.getPages()) {
    const own = node.Resources();
    if (own !== undefined) found.add(own);
  }
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFStream ? object.dict : object;
    const own = dict instanceof PDFDict ? dict.lookup(resources) : undefined;
    if (own instanceof PDFDict) found.add(own);
  }
  return found;
}

function profilesOf({ context }: PDFDocument): Set<PDFRef> {
  const found = new Set<PDFRef>();
  for (const [, object] of context.enumerateIndirectObjects()) {
    const space = object instanceof PDFStream ? object.dict.lookup(PDFName.of('ColorSpace')) : object;
    if (!(space instanceof PDFArray) || space.size() < 2 || space.get(0) !== PDFName.of('ICCBased')) continue;
    const profile = space.get(1);
    if (profile instanceof PDFRef) found.add(profile);
  }
  return found;
}

function isTooNew(bytes: Uint8Array): boolean {
  const [major = 0, minor = 0] = bytes.subarray(8, 10);
  return major > newest[0] || (major === newest[0] && minor > newest[1]);
}

/** Chrome's profile of sRGB is the only one as short as this. */
export function isChromes(bytes: Uint8Array): boolean {
  return bytes.length === 536;
}

/** Versions 4.3 and 4.4 added tags that no reader of PDF uses; the identifier no longer fits. */
function ofNewestVersion(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy.set(newest, 8);
  copy.fill(0, 84, 100);
  return copy;
}
