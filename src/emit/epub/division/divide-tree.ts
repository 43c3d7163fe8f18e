import type { Element, ElementContent, Root } from 'hast';
import { continued, divisible, opensPart, staysWith } from './seams.ts';

/** Something that stays whole, and whether a file must, may or had better end before it. */
interface Piece {
  readonly node: ElementContent;
  readonly bytes: number;
  readonly seam: 'none' | 'block' | 'heading' | 'forced';
}

/**
 * The tree of a section as several, one for each file that it needs, in their order: none is longer than the room,
 * if what must stay whole is not. It is divided before a heading, or else between paragraphs, items or other blocks;
 * a heading stays with what follows. Lists go on with their numbers. All ids are there once, in the part that has
 * their element.
 *
 * @param tree of the section
 * @param room bytes of a file
 * @param bytesOf how long a node is when it is written
 */
export function divideTree(tree: Root, room: number, bytesOf: (node: ElementContent) => number): Root[] {
  const children = tree.children.filter(
    (node): node is ElementContent => node.type === 'element' || node.type === 'text',
  );
  return runsOf(piecesOf(children, room, bytesOf), room).map((nodes) => ({ ...tree, children: nodes }));
}

/** Nodes that follow each other, those too long in pieces. */
function piecesOf(
  nodes: ReadonlyArray<ElementContent>,
  room: number,
  bytesOf: (node: ElementContent) => number,
): Piece[] {
  let before: Element | undefined;
  return nodes.flatMap((node): Piece[] => {
    const bytes = bytesOf(node);
    if (node.type !== 'element') return [{ node, bytes, seam: 'none' }];
    const isBound = before === undefined || staysWith(before, node);
    const seam = isBound ? 'none' : opensPart(node) ? 'heading' : 'block';
    before = node;
    if (bytes <= room || !divisible(node)) return [{ node, bytes, seam }];
    const own = bytes - node.children.reduce((sum, child) => sum + bytesOf(child), 0);
    const runs = runsOf(piecesOf(node.children, room - own, bytesOf), room - own);
    return runs.map((children, index) => {
      const part =
        index === 0 ? { ...node, children } : continued(node, runs.slice(0, index).flat(), children);
      return { node: part, bytes: bytesOf(part), seam: index === 0 ? seam : 'forced' };
    });
  });
}

/** The pieces in as few runs as there is room for; each ends where it divides the text best. */
function runsOf(pieces: ReadonlyArray<Piece>, room: number): ElementContent[][] {
  const runs: Piece[][] = [];
  let run: Piece[] = [];
  let bytes = 0;
  const end = (at: number): void => {
    runs.push(run.slice(0, at));
    run = run.slice(at);
    bytes = bytesIn(run);
  };
  for (const piece of pieces) {
    const at = piece.seam === 'forced' ? run.length : undefined;
    const full = bytes + piece.bytes > room ? lastSeam([...run, piece], room) : undefined;
    if (at !== undefined || full !== undefined) end(at ?? full ?? 0);
    run.push(piece);
    bytes += piece.bytes;
  }
  return [...runs, run].map((each) => each.map(({ node }) => node));
}

/** Before which piece to end a run: the last heading, unless half of the room stayed empty, or else the last block. */
function lastSeam(run: ReadonlyArray<Piece>, room: number): number | undefined {
  const heading = run.findLastIndex(({ seam }) => seam === 'heading');
  if (heading > 0 && bytesIn(run.slice(0, heading)) > room / 2) return heading;
  const block = run.findLastIndex(({ seam }) => seam !== 'none');
  return block > 0 ? block : undefined;
}

function bytesIn(run: ReadonlyArray<Piece>): number {
  return run.reduce((sum, { bytes }) => sum + bytes, 0);
}
