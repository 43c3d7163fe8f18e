/**
 * The element whose own text a text is: the nearest one that is a spot of the book. What stands around texts for
 * the sake of their lines is none; text that print has put in has no owner.
 */
export function ownerOf(text: Text): Element | undefined {
  for (let element = text.parentElement; element !== null; element = element.parentElement) {
    if (element.hasAttribute('data-page-of')) return undefined;
    if (element.hasAttribute('data-spot')) return element;
    if (element.tagName !== 'SPAN') return undefined;
  }
  return undefined;
}

/** The own texts of an element, in order, also those in parts of it on earlier pages. */
export function ownTexts(owner: Element): Text[] {
  const spot = owner.getAttribute('data-spot') ?? '';
  const parts = owner.matches('.goes-on, .divided, .divided *')
    ? [...document.querySelectorAll(`[data-spot="${spot}"]`)]
    : [owner];
  return parts.flatMap((part) => {
    const texts: Text[] = [];
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (node instanceof Text && ownerOf(node) === part) texts.push(node);
    return texts;
  });
}
