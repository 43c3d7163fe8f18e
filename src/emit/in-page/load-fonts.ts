/** Resolves when every font face of the document has loaded; the families that did not. */
export async function loadFonts(): Promise<string[]> {
  const faces = [...document.fonts];
  const outcomes = await Promise.allSettled(faces.map((face) => face.load()));
  return faces.filter((_, index) => outcomes[index]?.status === 'rejected').map((face) => face.family);
}
