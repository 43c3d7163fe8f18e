import type { Resource } from '../../page-server.ts';
import type { Print } from '../print.ts';
import { sizeOfPhotographs, withStandIns } from './stand-ins.ts';

/** Bytes of photographs from which on they are left out of the browser, which holds each thrice. */
const many = 64 << 20;

/** What a document that is not painted is laid out with: stand-ins where photographs would fill the memory. */
export function withoutPhotographs(resources: ReadonlyMap<string, Resource>): ReadonlyMap<string, Resource> {
  return sizeOfPhotographs(resources) < many ? resources : withStandIns(resources, 'dark').resources;
}

/**
 * The print of a document. Where its photographs would fill the memory of the browser it has stand-ins in place of
 * them, which the finishing steps exchange; unless the browser does more with them than paint them as they are.
 *
 * @param print prints the document with these resources
 */
export async function printLean(
  resources: ReadonlyMap<string, Resource>,
  print: (resources: ReadonlyMap<string, Resource>) => Promise<Print>,
): Promise<Print> {
  if (sizeOfPhotographs(resources) < many) return print(resources);
  const dark = withStandIns(resources, 'dark');
  const first = await print(dark.resources);
  if (first.pdf === undefined) return first;
  // What reads PDFs is loaded while Chrome is at work, for all other books.
  const { paintedPictures } = await import('./painted-pictures.ts');
  const painted = paintedPictures(first.pdf);
  if (!painted.hasOthers && [...dark.served].every((name) => painted.standIns.has(name))) return first;
  // What shows of a stand-in itself, be it as part of another picture, differs with its shade.
  const second = await print(withStandIns(resources, 'light').resources);
  const isSame = second.pdf !== undefined && paintedPictures(second.pdf).hash === painted.hash;
  return isSame ? first : print(resources);
}
