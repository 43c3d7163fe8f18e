import { describe, expect, it } from 'vitest';
import { checkCoverImage } from '../../../src/lint/cover/cover-image.ts';
import { coverSource, messages } from '../../builders/cover-source.ts';

const resolution = { least: 200, wanted: 300 };
const size = { trim: { width: 432, height: 648 }, bleed: 9 };

function judged(width: number, height: number, mediaType = 'image/jpeg') {
  const source = coverSource();
  checkCoverImage(
    source,
    { path: 'front.jpg', bytes: new Uint8Array(), mediaType, width, height },
    size,
    resolution,
  );
  return messages(source);
}

describe('checkCoverImage', () => {
  it('accepts 300 dots per inch at the printed size', () => {
    expect(judged(1838, 2775)).toEqual([]);
  });

  it('goes by the side that has to be stretched most', () => {
    expect(judged(5000, 2000)).toMatchObject([{ severity: 'warning', rule: 'cover-resolution', line: 1 }]);
  });

  it('warns of soft images and refuses coarse ones', () => {
    expect(judged(1600, 2400)).toMatchObject([
      {
        severity: 'warning',
        reason:
          'The cover image "front.jpg" has 1600 × 2400 pixels, which is 259 dots per inch on a front of 155.6 × 235 mm',
        hint: 'Use an original of at least 1838 × 2775 pixels.',
      },
    ]);
    expect(judged(600, 900)).toMatchObject([{ severity: 'error' }]);
  });

  it('leaves drawings alone', () => {
    expect(judged(60, 90, 'image/svg+xml')).toEqual([]);
  });
});
