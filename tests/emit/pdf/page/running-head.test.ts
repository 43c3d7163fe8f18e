import { describe, expect, test } from 'vitest';
import { geometryOf } from '../../../../src/emit/pdf/page/geometry.ts';
import { runningHead } from '../../../../src/emit/pdf/page/running-head.ts';
import { makePrint } from '../../../builders/hast-book.ts';

const geometry = geometryOf(makePrint({}).print);

describe('runningHead', () => {
  test('is the title where that fits', () => {
    expect(runningHead('The Whiteness of the Whale', geometry)).toBe('The Whiteness of the Whale');
  });

  test('is cut at a word and ends in an ellipsis, without the comma before it', () => {
    const head = runningHead(
      'Midnight, Forecastle, Harpooneers and Sailors, and Many Others Besides',
      geometry,
    );
    expect(head).toBe('Midnight, Forecastle, Harpooneers and Sailors…');
  });

  test('is cut inside a word longer than half the line, between characters', () => {
    const head = runningHead('𝒜'.repeat(100), geometry);
    expect(head).toMatch(/^𝒜{20,60}…$/u);
  });

  test('has more room on a wider page', () => {
    const title = 'On the Manifold Varieties of the Leviathan and His Long Ancestry in the Seas';
    const wide = geometryOf(makePrint({ trim: { width: 612, height: 792 } }).print);
    expect(runningHead(title, wide).length).toBeGreaterThan(runningHead(title, geometry).length);
  });
});
