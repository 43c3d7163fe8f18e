import { describe, expect, it } from 'vitest';
import type { CoverSize } from '../../../src/book/cover.ts';
import { wrapGeometry } from '../../../src/emit/cover/geometry.ts';

const size: CoverSize = {
  trim: { width: 432, height: 648 },
  bleed: 9,
  spine: 54,
  pages: 300,
  printer: 'KDP',
  paper: 'cream',
};
const rules = { textFromPages: 79, textMargin: 4.5 };

describe('wrapGeometry', () => {
  it('lays back, spine and front side by side', () => {
    expect(wrapGeometry(size, 'en', rules)).toEqual({
      trim: { width: 918, height: 648 },
      sheet: { width: 936, height: 666 },
      bleed: 9,
      side: { width: 432, height: 648 },
      spine: 54,
      spineText: 45,
      front: 'right',
    });
  });

  it('prints on the next sheet that Chrome does not round', () => {
    const { sheet } = wrapGeometry({ ...size, spine: 54.1 }, 'en', rules);
    expect(sheet).toEqual({ width: 942, height: 666 });
  });

  it('has the front at the left where books are read from the right', () => {
    expect(wrapGeometry(size, 'ar', rules).front).toBe('left');
  });

  it('has no words on a spine that is too thin for them', () => {
    expect(wrapGeometry({ ...size, pages: 78 }, 'en', rules)).not.toHaveProperty('spineText');
    expect(wrapGeometry({ ...size, spine: 13 }, 'en', rules)).not.toHaveProperty('spineText');
    expect(wrapGeometry({ ...size, spine: 14 }, 'en', rules).spineText).toBe(5);
  });
});
