import { describe, expect, test } from 'vitest';
import { greyOf, greyPixels, isNeutral } from '../../../../src/emit/pdf/press/grey.ts';

describe('greyOf', () => {
  test.each([0, 0.01, 0.2, 0.5, 0.9, 1])('leaves the grey %s as it is', (grey) => {
    expect(greyOf(grey, grey, grey)).toBeCloseTo(grey, 6);
    expect(isNeutral(grey, grey, grey)).toBe(true);
  });

  test('weighs colours by how light they look', () => {
    const [red, green, blue] = [greyOf(1, 0, 0), greyOf(0, 1, 0), greyOf(0, 0, 1)];
    expect(green).toBeGreaterThan(red);
    expect(red).toBeGreaterThan(blue);
  });
});

test('greyPixels is greyOf for bytes', () => {
  const pixels = Uint8Array.from({ length: 3 * 4096 }, (_, index) => (index * 151 + (index >> 3)) % 256);
  const greys = greyPixels(pixels);
  expect(greys).toHaveLength(4096);
  for (const [index, grey] of greys.entries()) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(3 * index);
    expect(Math.abs(grey - greyOf(red / 255, green / 255, blue / 255) * 255)).toBeLessThanOrEqual(1);
  }
});

test('greyPixels leaves every grey exactly as it is', () => {
  const ramp = Uint8Array.from({ length: 256 * 3 }, (_, index) => Math.floor(index / 3));
  expect([...greyPixels(ramp)]).toEqual(Array.from({ length: 256 }, (_, index) => index));
});
