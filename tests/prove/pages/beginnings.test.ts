import { describe, expect, it } from 'vitest';
import { beginningsOf } from '../../../src/prove/pages/beginnings.ts';
import type { Shown } from '../../../src/prove/text/reading-order.ts';

function run(letters: string, y: number, x = 70): Shown {
  return { letters, place: { page: 1, x, y, reversed: false } };
}

describe('beginningsOf', () => {
  it('tells the first words in the order of painting', () => {
    const [first] = beginningsOf([run('white', 500), run('whale', 500, 130), run('again', 480)]);
    expect(first).toBe('whitewhaleagain');
  });

  it('may begin behind a letter that is painted over the edge of the page, and behind no line of words', () => {
    expect([...beginningsOf([run('م', 520), run('white', 500)])]).toContain('white');
    expect([...beginningsOf([run('white', 520), run('whale', 500)])]).not.toContain('whale');
  });
});
