import { beforeAll, describe, expect, it } from 'vitest';
import { limitInk, Separator } from '../../../../src/emit/pdf/press/separate.ts';
import type { PressProfiles } from '../../../../src/book/profile.ts';
import { pressProfiles } from '../../../builders/press-profiles.ts';

const sum = (inks: Iterable<number>): number => [...inks].reduce((total, ink) => total + ink, 0);

describe('ink that the paper does not take', () => {
  it.each([
    ['a black of four inks', [220, 200, 190, 240]],
    ['a colour without black', [255, 255, 255, 0]],
    ['two inks and black', [255, 255, 0, 255]],
    ['all there is', [255, 255, 255, 255]],
  ])('is taken away from %s', (_, given) => {
    const inks = Uint8ClampedArray.from(given);
    limitInk(inks, 612);
    expect(sum(inks)).toBeLessThanOrEqual(612);
    expect(sum(inks)).toBeGreaterThan(600);
    // Nothing gets lighter in black, and no colour gets in.
    expect(inks[3]).toBeGreaterThanOrEqual(given[3] ?? 0);
    inks.slice(0, 3).forEach((ink, index) => expect(ink).toBeLessThanOrEqual(given[index] ?? 0));
  });

  it('stays where it is within the limit', () => {
    const inks = Uint8ClampedArray.from([200, 200, 200, 12, 1, 2, 3, 4]);
    limitInk(inks, 612);
    expect([...inks]).toEqual([200, 200, 200, 12, 1, 2, 3, 4]);
  });
});

describe('Separator', () => {
  let profiles: PressProfiles;
  beforeAll(async () => {
    profiles = await pressProfiles();
  });

  it('makes inks of colours as the profile of the press has them', () => {
    const separator = new Separator(profiles, 300);
    expect(sum(separator.inks([1, 1, 1]))).toBe(0);
    const [cyan = 1, magenta = 0, yellow = 0, black = 1] = separator.inks([1, 0, 0]);
    expect(cyan + black).toBeLessThan(0.05);
    expect(Math.min(magenta, yellow)).toBeGreaterThan(0.8);
  });

  it('keeps the limit for every colour', () => {
    const separator = new Separator({ ...profiles, output: profiles.cover }, 240);
    const steps = [0, 16, 40, 90, 180, 255];
    const colours = steps.flatMap((red) =>
      steps.flatMap((green) => steps.flatMap((blue) => [red, green, blue])),
    );
    const inks = separator.pixels(Uint8Array.from(colours));
    expect(inks).toHaveLength((colours.length / 3) * 4);
    for (let at = 0; at < inks.length; at += 4)
      expect(sum(inks.subarray(at, at + 4))).toBeLessThanOrEqual(612);
  });
});
