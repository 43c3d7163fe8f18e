import { percentDecoded } from '../../book/addresses/percent-decoded.ts';
import { Reference, type Operand } from '../content/operand.ts';
import type { Objects } from './objects.ts';
import { filePages } from './pages.ts';

/** A place in a PDF: the index of the page, and the height above its lower edge in points. */
export interface Place {
  readonly page: number;
  readonly y: number;
}

/**
 * The named destinations of a file by the ids they are named after, in any order (ISO 32000-1, 12.3.2.3).
 */
export function destinationsOf(objects: Objects): Map<string, Place> {
  const indices = new Map(filePages(objects).map(({ object }, index) => [object, index]));
  const places = new Map<string, Place>();
  const add = (name: string, destination: Operand | undefined): void => {
    const [target, , , y] = objects.array(destination);
    const page = target instanceof Reference ? indices.get(target.object) : undefined;
    if (page !== undefined) places.set(idOf(name), { page, y: Number(y) });
  };
  const visit = (node: Operand | undefined, depth: number): void => {
    const branch = objects.dictionary(node);
    if (branch === undefined || depth > deepest) return;
    const names = objects.array(branch.get('Names'));
    for (let index = 0; index + 1 < names.length; index += 2)
      add(objects.text(names[index]) ?? '', names[index + 1]);
    for (const kid of objects.array(branch.get('Kids'))) visit(kid, depth + 1);
  };
  // Names that are name objects stand in a dictionary, those that are strings in a tree.
  for (const [name, destination] of objects.dictionary(objects.root.get('Dests')) ?? [])
    add(name, destination);
  visit(objects.dictionary(objects.root.get('Names'))?.get('Dests'), 0);
  return places;
}

/** Nodes of a tree in one another. */
const deepest = 32;

/** The id a destination is named after: names are percent-encoded where ids are not ASCII. */
export function idOf(name: string): string {
  return percentDecoded(name);
}
