/** CSS pixels in one unit (CSS Values and Units 4, section 6.2). */
const units: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['px', 1],
  ['pt', 96 / 72],
  ['pc', 16],
  ['mm', 96 / 25.4],
  ['cm', 96 / 2.54],
  ['in', 96],
]);

/**
 * Width and height of a drawing in CSS pixels, by its attributes or else its view box.
 *
 * @param attributes those of the root element
 */
export function svgSize(attributes: ReadonlyMap<string, string>): { width?: number; height?: number } {
  const width = length(attributes.get('width'));
  const height = length(attributes.get('height'));
  const box = (attributes.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , boxWidth = 0, boxHeight = 0] = box;
  if (width !== undefined && height !== undefined) return { width, height };
  if (!(boxWidth > 0 && boxHeight > 0)) return {};
  if (width !== undefined) return { width, height: round((width * boxHeight) / boxWidth) };
  if (height !== undefined) return { width: round((height * boxWidth) / boxHeight), height };
  return { width: round(boxWidth), height: round(boxHeight) };
}

function length(text: string | undefined): number | undefined {
  const match = /^\s*(\d*\.?\d+(?:e\d+)?)\s*(px|pt|pc|mm|cm|in|)\s*$/i.exec(text ?? '');
  const factor = units.get((match?.[2] ?? '?').toLowerCase());
  const size = factor === undefined ? 0 : Number(match?.[1]) * factor;
  return size > 0 && Number.isFinite(size) ? round(size) : undefined;
}

function round(pixels: number): number {
  return Math.round(pixels * 1000) / 1000;
}
