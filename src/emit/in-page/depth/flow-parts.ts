import type { ChosenLength } from '../lines/set-lines.ts';
import type { FlowItem, Placement } from './flow-item.ts';
import type { FlowPart } from './read-flow.ts';

/** How long the texts of a flow are to be. */
export function lengthsOf(
  flow: ReadonlyArray<FlowPart>,
  placements: ReadonlyArray<Placement>,
): ChosenLength[] {
  return flow.map(({ element }, index) => {
    const { more = 0, divided } = placements[index] ?? {};
    return { element, more, pageEnd: divided };
  });
}

/** What stands in a flow, without the elements it is made of. */
export function itemsOf(flow: ReadonlyArray<FlowPart>): FlowItem[] {
  return flow.map(({ item }) => item);
}

/** What needs more room than was thought, or less. */
export function withLead(part: FlowPart, more: number): FlowPart {
  return { ...part, item: { ...part.item, lead: part.item.lead + more } };
}

/** What will be kept whole where it can be. */
export function keptWhole(part: FlowPart): FlowPart {
  return part.item.divides === 'never' ? part : { ...part, item: { ...part.item, divides: 'if need be' } };
}
