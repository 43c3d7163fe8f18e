import { splitText, joinText } from './split-texts.ts';
import type { TextPlace } from './text-places.ts';

/** Where a note is divided: before a character, or before a block. */
export type NoteCut = TextPlace | HTMLElement;

/** A note in parts, which can be joined again. */
export interface DividedNote {
  /** The parts, the note itself the first. */
  readonly parts: ReadonlyArray<HTMLElement>;
  readonly join: () => void;
}

/**
 * Divides a note. What it consists of stays what it is, and only what a cut goes through is doubled.
 *
 * @param cuts in the order of the note
 */
export function divideNote(note: HTMLElement, cuts: ReadonlyArray<NoteCut>): DividedNote {
  const joins: Array<() => void> = [];
  const rest: HTMLElement[] = [];
  // From the last to the first: those before a cut stay where they are.
  for (const cut of cuts.toReversed()) rest.unshift(cutOff(note, cut, joins));
  return {
    parts: [note, ...rest],
    join: () => {
      for (const join of joins.toReversed()) join();
    },
  };
}

/** What comes behind a cut, in copies of the elements that go through it. */
function cutOff(note: HTMLElement, cut: NoteCut, joins: Array<() => void>): HTMLElement {
  let node: ChildNode = cut instanceof HTMLElement ? cut : divideText(cut, joins);
  for (;;) {
    const parent: HTMLElement | null = node.parentElement;
    if (parent === null) return note;
    const copy = parent.cloneNode(false) as HTMLElement;
    copy.removeAttribute('id');
    copy.classList.add('goes-on');
    const moved = nodesFrom(node);
    copy.append(...moved);
    joins.push(() => {
      parent.append(...copy.childNodes);
      copy.remove();
    });
    if (parent === note) return copy;
    parent.after(copy);
    node = copy;
  }
}

function divideText({ node, at }: TextPlace, joins: Array<() => void>): ChildNode {
  if (at === 0) return node;
  const rest = splitText(node, at);
  joins.push(() => joinText(node, rest));
  return rest;
}

function nodesFrom(first: ChildNode): ChildNode[] {
  const nodes: ChildNode[] = [];
  for (let node: ChildNode | null = first; node !== null; node = node.nextSibling) nodes.push(node);
  return nodes;
}
