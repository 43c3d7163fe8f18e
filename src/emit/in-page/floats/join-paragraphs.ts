/** What a paragraph has of its own as long as the figure above it stands elsewhere. */
const properties = ['text-indent', 'margin-top'] as const;

/**
 * The paragraph below a figure that stands elsewhere follows the one above then, and is told from it as any other.
 *
 * @param followIndent has the lines of a paragraph follow its indent
 */
export function joinParagraphs(element: HTMLElement, followIndent: (paragraph: Element) => void): void {
  const [before, next] = [element.previousElementSibling, element.nextElementSibling];
  if (before?.localName !== 'p' || !(next instanceof HTMLElement) || next.localName !== 'p') return;
  const probe = next.cloneNode(false);
  if (!(probe instanceof HTMLElement)) return;
  before.after(probe);
  const style = getComputedStyle(probe);
  const values = properties.map((property) => style.getPropertyValue(property));
  probe.remove();
  properties.forEach((property, index) => next.style.setProperty(property, values[index] ?? ''));
  followIndent(next);
}

/** The paragraph below a figure that stands above it again is as it was. */
export function partParagraphs(element: HTMLElement, followIndent: (paragraph: Element) => void): void {
  const next = element.nextElementSibling;
  if (!(next instanceof HTMLElement)) return;
  for (const property of properties) next.style.removeProperty(property);
  followIndent(next);
}
