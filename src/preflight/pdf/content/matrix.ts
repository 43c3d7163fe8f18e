import type { Box } from '../file/pages.ts';

/** `[a, b, c, d, e, f]` (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First the one, then the other. */
export function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[1] * n[2],
    m[0] * n[1] + m[1] * n[3],
    m[2] * n[0] + m[3] * n[2],
    m[2] * n[1] + m[3] * n[3],
    m[4] * n[0] + m[5] * n[2] + n[4],
    m[4] * n[1] + m[5] * n[3] + n[5],
  ];
}

/** Six numbers as a matrix; what is none becomes the identity. */
export function matrixOf(numbers: ReadonlyArray<number> | undefined): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers?.length === 6 ? numbers : identity;
  return [a, b, c, d, e, f];
}

/** By how much lengths grow: the mean of both directions. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** The upright box around a rectangle that has been transformed. */
export function boxAround(m: Matrix, left: number, bottom: number, right: number, top: number): Box {
  const x = m[0] * left + m[4];
  const y = m[1] * left + m[5];
  const [dx, dy, ex, ey] = [
    m[0] * (right - left),
    m[1] * (right - left),
    m[2] * (top - bottom),
    m[3] * (top - bottom),
  ];
  const startX = x + m[2] * bottom;
  const startY = y + m[3] * bottom;
  return [
    startX + Math.min(0, dx, ex, dx + ex),
    startY + Math.min(0, dy, ey, dy + ey),
    startX + Math.max(0, dx, ex, dx + ex),
    startY + Math.max(0, dy, ey, dy + ey),
  ];
}

/** What two boxes have in common; undefined where they do not meet. */
export function meet(one: Box, other: Box): Box | undefined {
  const box: Box = [
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ];
  return box[0] < box[2] && box[1] < box[3] ? box : undefined;
}
