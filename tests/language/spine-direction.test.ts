import { describe, expect, it } from 'vitest';
import { spineDirectionOf, spineTurn } from '../../src/language/spine-direction.ts';

describe('spineDirectionOf', () => {
  it.each([
    ['en-GB', 'down', 90],
    ['nl', 'down', 90],
    ['sv', 'down', 90],
    ['de', 'down', 90],
    ['uk', 'down', 90],
    ['fr', 'up', -90],
    ['es-MX', 'up', -90],
    ['it', 'up', -90],
    ['pl', 'up', -90],
    ['ar', 'down', -90],
    ['ja', 'upright', 90],
  ] as const)('%s runs %s', (language, direction, turn) => {
    expect(spineDirectionOf(language)).toBe(direction);
    expect(spineTurn(language)).toBe(turn);
  });
});
