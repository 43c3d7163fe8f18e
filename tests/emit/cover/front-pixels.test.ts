import { describe, expect, it } from 'vitest';
import { frontPixels } from '../../../src/emit/cover/front-pixels.ts';

describe('frontPixels', () => {
  it.each([
    [432, 648],
    [297, 420],
    [612, 612],
    [792, 612],
  ])('has what stores ask for at %d × %d', (width, height) => {
    const pixels = frontPixels({ width, height });
    expect(Math.min(pixels.width, pixels.height)).toBeGreaterThanOrEqual(1600);
    expect(pixels.width * pixels.height).toBeLessThan(5_650_000);
    expect(pixels.width / pixels.height).toBeCloseTo(width / height, 2);
  });

  it('has the longer side stores prefer', () => {
    expect(frontPixels({ width: 432, height: 648 })).toEqual({ width: 1708, height: 2560 });
  });
});
