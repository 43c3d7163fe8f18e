/** What was put in for notes, or stands elsewhere. */
export const ours = '.foot-notes, .foot, .foot-break, .floated';

/** An element and those around it that another does not stand in. */
export function outside(element: HTMLElement, other: HTMLElement): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let at: HTMLElement | null = element; at !== null && !at.contains(other); at = at.parentElement)
    found.push(at);
  return found;
}
