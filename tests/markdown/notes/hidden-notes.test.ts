import { describe, expect, it } from 'vitest';
import { parseText } from '../tree.ts';

function told(text: string) {
  return parseText(text).messages.map(({ rule, line, column, reason }) => [rule, line, column, reason]);
}

describe('HiddenNotes', () => {
  it.each([
    ['    [^1]: Text.', 5],
    ['\t[^1]: Text.', 2],
  ])('tells that %j is code, in the place of its mark', (note, column) => {
    expect(told(`One[^1].\n\n${note}`)).toEqual([
      [
        'note-undefined',
        5,
        column,
        'The note [^1] is code, because its line is indented by a tab or four blanks',
      ],
    ]);
  });

  it('tells once of many', () => {
    const found = told('One[^1] two[^2].\n\n    [^1]: Text.\n    [^2]: Text.\n\nThree[^3].');
    expect(found).toHaveLength(2);
    expect(found[0]?.[3]).toMatch(/; next one\.md:6:5$/);
    expect(found[1]).toEqual(['note-undefined', 8, 6, 'No note is defined for [^3]']);
  });

  it('leaves examples of notes that nobody cites alone', () => {
    expect(told('One.\n\n    [^1]: Text.')).toEqual([]);
  });
});
