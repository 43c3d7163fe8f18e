/** How the bytes of a stream were prepared before they were packed (ISO 32000-1, table 8). */
export interface Prediction {
  readonly predictor: number;
  readonly colours: number;
  readonly bits: number;
  readonly columns: number;
}

/**
 * The bytes as they were before the PNG predictors; TIFF's predictor 2, which is rare, is
 * undone for whole bytes only.
 *
 * ISO 32000-1, 7.4.4.4; PNG, 9.2.
 */
export function undoPrediction(
  bytes: Uint8Array,
  { predictor, colours, bits, columns }: Prediction,
): Uint8Array {
  if (predictor < 2) return bytes;
  const step = Math.max(1, (colours * bits) >> 3);
  const row = Math.ceil((colours * bits * columns) / 8);
  if (row < 1 || row > bytes.length) return bytes;
  return predictor === 2 ? undoTiff(bytes, row, step) : undoPng(bytes, row, step);
}

function undoTiff(bytes: Uint8Array, row: number, step: number): Uint8Array {
  const out = Uint8Array.from(bytes);
  for (let start = 0; start < out.length; start += row) {
    const end = Math.min(start + row, out.length);
    for (let at = start + step; at < end; at++) out[at] = at8(out, at) + at8(out, at - step);
  }
  return out;
}

function undoPng(bytes: Uint8Array, row: number, step: number): Uint8Array {
  const rows = Math.floor(bytes.length / (row + 1));
  const out = new Uint8Array(rows * row);
  for (let line = 0; line < rows; line++) {
    const kind = at8(bytes, line * (row + 1));
    const from = line * (row + 1) + 1;
    const to = line * row;
    for (let x = 0; x < row; x++) {
      const left = x >= step ? at8(out, to + x - step) : 0;
      const above = line > 0 ? at8(out, to + x - row) : 0;
      const corner = line > 0 && x >= step ? at8(out, to + x - row - step) : 0;
      out[to + x] = at8(bytes, from + x) + predicted(kind, left, above, corner);
    }
  }
  return out;
}

function predicted(kind: number, left: number, above: number, corner: number): number {
  switch (kind) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4:
      return paeth(left, above, corner);
    default:
      return 0;
  }
}

function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const [a, b, c] = [left, above, corner].map((value) => Math.abs(estimate - value)) as [
    number,
    number,
    number,
  ];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

function at8(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}
