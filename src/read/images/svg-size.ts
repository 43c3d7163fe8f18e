import { pointsIn } from '../../book/lengths.ts';

/** PDF points in one unit; a number without any counts CSS pixels. */
const units: ReadonlyMap<string, number> = new Map([...Object.entries(pointsIn), ['', pointsIn.px]]);

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
  const size = factor === undefined ? 0 : (Number(match?.[1]) * factor) / pointsIn.px;
  return size > 0 && Number.isFinite(size) ? round(size) : undefined;
}

function round(pixels: number): number {
  return Math.round(pixels * 1000) / 1000;
}
