import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { withoutUserData } from '../../../src/read/video/user-data.ts';

const uuid = Buffer.alloc(16, 1);
const bytesOf = (...parts: ReadonlyArray<string | number | Uint8Array>): Buffer =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === 'number'
        ? Buffer.of(part)
        : typeof part === 'string'
          ? Buffer.from(part, 'latin1')
          : Buffer.from(part),
    ),
  );

describe('withoutUserData', () => {
  it('leaves units of pictures, and remarks that all players read, as they are', () => {
    expect(withoutUserData(bytesOf(0x65, 5, 5, 'place', 0x80))).toBeUndefined();
    expect(withoutUserData(bytesOf(6, 1, 2, 8, 9, 0x80))).toBeUndefined();
    const captions = bytesOf(0xb5, 0, 0x31, 'GA94', 3, 1, 2);
    expect(withoutUserData(bytesOf(6, 4, captions.length, captions, 0x80))).toBeUndefined();
  });

  it('keeps the others of a unit, behind room as long as what was there', () => {
    const unit = bytesOf(6, 1, 2, 8, 9, 5, 20, uuid, 'here', 4, 5, 0xb5, 'DJI!', 0x80);
    const clean = withoutUserData(unit);
    expect(Buffer.from(clean ?? [])).toEqual(bytesOf(6, 3, 27, Buffer.alloc(27, 255), 1, 2, 8, 9, 0x80));
  });

  it('heeds the bytes that keep units apart', () => {
    // 0 0 1 in the remark that is kept, and 0 0 0 in the one that is not.
    const unit = bytesOf(6, 5, 19, uuid, 0, 0, 3, 0, 1, 4, 0, 0, 3, 1, 7, 0x80);
    const clean = Buffer.from(withoutUserData(unit) ?? []);
    expect(clean.length).toBe(unit.length);
    expect(clean.subarray(-8)).toEqual(bytesOf(1, 4, 0, 0, 3, 1, 7, 0x80));
  });

  it('makes room of a unit that cannot be read', () => {
    const clean = Buffer.from(withoutUserData(bytesOf(6, 1, 99, 'place', 0x80)) ?? []);
    expect(clean).toEqual(bytesOf(6, 3, 5, Buffer.alloc(5, 255), 0x80));
  });

  it('never changes the length, and leaves nothing of what was written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 0, maxLength: 1100 }), (said) => {
        const payload = bytesOf(
          uuid,
          'SECRET',
          said.map((byte) => byte || 1),
        );
        const size = bytesOf(Buffer.alloc(Math.floor(payload.length / 255), 255), payload.length % 255);
        const unit = bytesOf(6, 5, size, payload, 0x80);
        const clean = Buffer.from(withoutUserData(unit) ?? []);
        expect(clean.length).toBe(unit.length);
        expect(clean.includes('SECRET')).toBe(false);
        expect(withoutUserData(clean)).toBeUndefined();
      }),
    );
  });
});
