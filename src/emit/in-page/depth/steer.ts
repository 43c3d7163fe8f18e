import type { Placement } from './flow-item.ts';
import type { FlowPart } from './read-flow.ts';

/** The properties that say where pages end and what is left free. */
type Property = 'break-before' | 'break-inside' | 'orphans' | 'widows' | 'margin-top';

/**
 * Has the browser place items where they were chosen to stand, their lengths apart.
 *
 * @returns what takes all of it back
 */
export function steer(flow: ReadonlyArray<FlowPart>, placements: ReadonlyArray<Placement>): () => void {
  const before: Array<() => void> = [];
  const set = ({ style }: HTMLElement, property: Property, value: string): void => {
    const old = style.getPropertyValue(property);
    before.push(() => style.setProperty(property, old));
    style.setProperty(property, value);
  };
  flow.forEach(({ element, outermost, underHead, item }, index) => {
    const placement = placements[index];
    if (placement === undefined) return;
    const { stretch, leadStretch, steered, divided, more } = placement;
    if (stretch !== 0) set(outermost, 'margin-top', `${(item.gap + stretch).toFixed(3)}px`);
    if (leadStretch !== 0 && underHead !== undefined)
      set(underHead.outermost, 'margin-top', `${(underHead.gap + leadStretch).toFixed(3)}px`);
    if (!steered) return;
    if (divided === undefined) {
      set(outermost, 'break-before', 'page');
      return;
    }
    set(element, 'break-inside', 'auto');
    set(element, 'orphans', String(divided));
    set(element, 'widows', String(item.lines + more - divided));
  });
  return () => {
    for (const restore of before.toReversed()) restore();
  };
}
