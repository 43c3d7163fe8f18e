import { describe, expect, it } from 'vitest';
import { exifOf, orientationAlone } from '../../../../src/read/images/cleaning/exif.ts';
import { exif } from '../../../builders/photographs.ts';

describe('exifOf', () => {
  it('tells how a picture is to be turned, and whether it says where it was taken', () => {
    expect(exifOf(exif(6))).toEqual({ orientation: 6, hasPlace: true });
    expect(exifOf(orientationAlone(8))).toEqual({ orientation: 8, hasPlace: false });
  });

  it('reads the other order of bytes', () => {
    const record = Buffer.from('4d4d002a00000008000101120003000000010003000000000000', 'hex');
    expect(exifOf(record)).toEqual({ orientation: 3, hasPlace: false });
  });

  it.each([
    ['no record', Buffer.from('Hello, World')],
    ['a directory outside', Buffer.from('49492a00ffffff00ffff', 'hex')],
    ['a directory cut short', exif(6).subarray(0, 20)],
    ['an orientation that there is not', exif(9).subarray(0, 34)],
  ])('says nothing of %s', (_, record) => {
    expect(exifOf(record)).toEqual({ orientation: 1, hasPlace: false });
  });
});
