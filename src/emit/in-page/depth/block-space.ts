/** The space between two blocks. Lengths in CSS pixels. */
export interface Between {
  /** What is left free if both stand on one page. */
  readonly gap: number;
  /** The element whose margin above decides it. */
  readonly outermost: HTMLElement;
  /** What frames take up that end between them. */
  readonly tail: number;
  /** What frames take up that begin between them. */
  readonly lead: number;
}

/** The space between a block and the next one: their margins collapse with those of what they begin and end. */
export function between(above: Element, below: HTMLElement): Between {
  const under = edgesOf(above, below, 'Bottom');
  const over = edgesOf(below, above, 'Top');
  const margins = [...under.outer, ...over.outer];
  return {
    gap: collapsed(margins),
    outermost: over.outermost ?? below,
    tail: under.inner,
    lead: over.inner,
  };
}

/** The frame of a block itself is its own; those of what holds it are counted here. */
function edgesOf(
  from: Element,
  other: Element,
  side: 'Top' | 'Bottom',
): { readonly outer: number[]; readonly inner: number; readonly outermost: HTMLElement | undefined } {
  let outer: number[] = [];
  let inner = 0;
  let outermost: HTMLElement | undefined;
  for (let at: Element | null = from; at !== null && !at.contains(other); at = at.parentElement) {
    const style = getComputedStyle(at);
    const edges =
      at === from ? [] : [ruleOf(at, side), { edge: edgeOf(style, side), margins: [0, 0] as const }];
    for (const { edge, margins } of edges) {
      if (edge === 0) continue;
      inner += edge + collapsed([...outer, margins[0]]);
      outer = [margins[1]];
    }
    outer.push(Number.parseFloat(style[`margin${side}`]) || 0);
    if (at instanceof HTMLElement) outermost = at;
  }
  return { outer, inner, outermost };
}

function edgeOf(style: CSSStyleDeclaration, side: 'Top' | 'Bottom'): number {
  const border = Number.parseFloat(style[`border${side}Width`]);
  // Half of a collapsed border is within the cells.
  if (style.display === 'table' && style.borderCollapse === 'collapse') return border / 2;
  return Number.parseFloat(style[`padding${side}`]) + border;
}

/** What a style puts before or behind all that an element holds, such as a rule: its height, and its margins from inside. */
function ruleOf(
  element: Element,
  side: 'Top' | 'Bottom',
): { readonly edge: number; readonly margins: readonly [number, number] } {
  const style = getComputedStyle(element, side === 'Top' ? '::before' : '::after');
  if (style.content === 'none' || style.display !== 'block') return { edge: 0, margins: [0, 0] };
  const lengths = ['height', 'paddingTop', 'paddingBottom', 'borderTopWidth', 'borderBottomWidth'] as const;
  const edge = lengths.reduce((sum, name) => sum + (Number.parseFloat(style[name]) || 0), 0);
  const margins = [
    Number.parseFloat(style.marginTop) || 0,
    Number.parseFloat(style.marginBottom) || 0,
  ] as const;
  return { edge, margins: side === 'Top' ? [margins[1], margins[0]] : margins };
}

function collapsed(margins: ReadonlyArray<number>): number {
  return Math.max(0, ...margins) + Math.min(0, ...margins);
}
