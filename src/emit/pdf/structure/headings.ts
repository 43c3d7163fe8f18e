import { setRole, type StructureElement } from './elements.ts';

const numbered = /^H([1-6])$/;

/**
 * Closes the gaps between the levels of headings, which PDF/UA-1 does not allow (ISO 14289-1, 7.4.2): one that lies two
 * levels below the one before is tagged one level below, and so are those beside it. They look as they did.
 */
export function closeLevels(elements: ReadonlyArray<StructureElement>): void {
  /** The levels that the headings above this one were given by their authors, each below the one before. */
  let open: number[] = [];
  for (const { dict, role } of elements) {
    const level = Number(numbered.exec(role)?.[1] ?? 0);
    if (level === 0) continue;
    open = [...open.filter((above) => above < level), level];
    if (open.length !== level) setRole(dict, `H${open.length}`);
  }
}
