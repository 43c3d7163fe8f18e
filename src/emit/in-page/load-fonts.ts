/**
 * Resolves when every font face of the document has loaded; of those that did not, the paths of their files, or
 * their families where no rule names one.
 */
export async function loadFonts(): Promise<string[]> {
  const faces = [...document.fonts];
  const outcomes = await Promise.allSettled(faces.map((face) => face.load()));
  const refused = faces.filter((_, index) => outcomes[index]?.status === 'rejected');
  if (refused.length === 0) return [];
  const rules = Array.from(document.styleSheets, rulesOf).flat();
  return refused.flatMap((face) => {
    const files = rules.filter((rule) => isOf(rule, face)).flatMap(filesOf);
    return files.length === 0 ? face.family : files;
  });
}

/** Of a stylesheet; one from elsewhere was not loaded, and its rules are not for others to read. */
function rulesOf(sheet: CSSStyleSheet): CSSFontFaceRule[] {
  if (sheet.href !== null && new URL(sheet.href).origin !== location.origin) return [];
  return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule);
}

function isOf({ style }: CSSFontFaceRule, face: FontFace): boolean {
  const of = (property: string, initial: string): string => style.getPropertyValue(property) || initial;
  return (
    unquoted(of('font-family', '')) === unquoted(face.family) &&
    of('font-weight', 'normal') === face.weight &&
    of('font-style', 'normal') === face.style
  );
}

function unquoted(family: string): string {
  return family.replace(/^(["'])(.*)\1$/, '$2');
}

/** Paths as the browser asks for them. */
function filesOf({ style, parentStyleSheet }: CSSFontFaceRule): string[] {
  const addresses = [...style.getPropertyValue('src').matchAll(/url\("([^"]*)"\)/g)];
  const base = parentStyleSheet?.href ?? location.href;
  return addresses.map(([, address = '']) => decodeURI(new URL(address, base).pathname));
}
