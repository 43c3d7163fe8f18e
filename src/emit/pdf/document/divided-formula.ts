import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';

/** How many letters a formula in a line has that may be divided, and each of its pieces at least. */
const long = 12;
const least = 3;

/** Relations and binary operators, behind which TeX ends lines. */
const signs = /^[=<>≤≥≠≈≡∼≃≅≐∝∈∉∋⊂⊆⊃⊇⊄→←↔⇒⇐⇔↦⟶⟵⟹⟸⟺⟼⊢⊨≺≻⪯⪰≪≫≔+−±∓×⋅·∗∘∪∩∖⊕⊗⊖∧∨÷]$/u;

/**
 * A long formula of a line as several with blanks between them, since browsers keep each on one line: it may be divided
 * behind relations and binary operators that stand in no brackets, and the blanks are theirs.
 *
 * @param math in a line
 * @returns the formula alone where it stays whole
 */
export function dividedFormula(math: Element): ElementContent[] {
  const row = rowOf(math);
  if (row === undefined || lettersIn(row.children) < long) return [math];
  const pieces: ElementContent[][] = [];
  let piece: ElementContent[] = [];
  for (const [index, child] of row.children.entries()) {
    piece.push(child);
    const rest = row.children.slice(index + 1);
    if (!isDividing(child, rest[0]) || lettersIn(piece) < least || lettersIn(rest) < least) continue;
    pieces.push([...piece.slice(0, -1), withoutBlank(child as Element)]);
    piece = [];
  }
  if (pieces.length === 0) return [math];
  const { alttext: _, ...properties } = math.properties;
  return [...pieces, piece].flatMap((children, index): ElementContent[] => {
    const inner: Element = { type: 'element', tagName: 'mrow', properties: {}, children };
    const part: Element = { ...math, properties, children: [inner] };
    return index === 0 ? [part] : [{ type: 'text', value: ' ' }, part];
  });
}

/** What stands side by side in a formula. */
function rowOf(math: Element): Element | undefined {
  const [first] = math.children;
  if (first?.type !== 'element') return undefined;
  if (first.tagName === 'semantics') return rowOf(first);
  return first.tagName === 'mrow' ? first : undefined;
}

/** Whether a line may end behind a sign that is followed by something. */
function isDividing(child: ElementContent, next: ElementContent | undefined): boolean {
  if (child.type !== 'element' || child.tagName !== 'mo' || next?.type !== 'element') return false;
  const { form, fence, lspace } = child.properties;
  const isPart = next.tagName === 'mo' && next.properties['form'] !== 'prefix';
  return (
    form === undefined && fence === undefined && lspace === undefined && !isPart && signs.test(signOf(child))
  );
}

function signOf(element: Element): string {
  return toString(element).trim();
}

/** A sign as it stands between two things, without the blank behind it. */
function withoutBlank(sign: Element): Element {
  return { ...sign, properties: { ...sign.properties, form: 'infix', rspace: '0em' } };
}

function lettersIn(nodes: ReadonlyArray<ElementContent>): number {
  return nodes.reduce((sum, node) => sum + toString(node).trim().length, 0);
}
