/** What the pictures are held by: what nothing refers to Chrome forgets. */
const held: HTMLImageElement[] = [];

/**
 * Resolves when the pictures that styles name have loaded, or failed. Those of elements the browser waits for by
 * itself; these it asks for when it lays out, and would print without what has not come by then.
 */
export async function loadPictures(): Promise<void> {
  held.length = 0;
  const styled = Array.from(
    document.querySelectorAll<HTMLElement>('[style*="url("]'),
    ({ style }) => style.cssText,
  );
  const rules = Array.from(document.styleSheets, textsOf);
  const named = [...rules.flat(), ...styled].flatMap((text) => [...text.matchAll(address)]);
  const addresses = new Set(named.map(([, src = '']) => src));
  held.push(...Array.from(addresses, (src) => Object.assign(new Image(), { src })));
  await Promise.allSettled(held.map((image) => image.decode()));
}

/** As Chrome writes it, between these quotes; what begins with `#` is in the document itself. */
const address = /url\("([^"#][^"]*)"\)/gu;

/** Of the rules of a stylesheet; one from elsewhere was not loaded, and its rules are not for others to read. */
function textsOf(sheet: CSSStyleSheet): string[] {
  const isForeign = sheet.href !== null && new URL(sheet.href).origin !== location.origin;
  return isForeign ? [] : Array.from(sheet.cssRules, textOf);
}

/** Faces of fonts are no pictures. */
function textOf(rule: CSSRule): string {
  return rule instanceof CSSFontFaceRule ? '' : rule.cssText;
}
