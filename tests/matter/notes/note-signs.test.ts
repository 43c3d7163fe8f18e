import { describe, expect, it } from 'vitest';
import { signOf } from '../../../src/matter/notes/note-signs.ts';

describe('signOf', () => {
  it.each([
    ['symbols', '* † ‡ § ‖ ¶ ** †† ‡‡ §§ ‖‖ ¶¶ ***'],
    ['letters', 'a b c d e f g h i j k l m n o p q r s t u v w x y z aa bb'],
  ] as const)('%s', (signs, expected) => {
    const all = expected.split(' ');
    expect(all.map((_, index) => signOf(signs, index))).toEqual(all);
  });
});
