/** A code has two bytes. */
const highestCode = 0xffff;

/** Members of a `W` array: numbers, and the arrays among them. */
export type WidthMembers = ReadonlyArray<number | ReadonlyArray<number>>;

/**
 * The widths of the glyphs of a composite font by their codes, in thousandths of the size
 * (ISO 32000-1, 9.7.4.3); those that are not there have the width `DW`.
 */
export function compositeWidths(members: WidthMembers): Map<number, number> {
  const widths = new Map<number, number>();
  // Ranges that lie over one another would take for ever.
  let room = 16 * highestCode;
  for (let index = 0; index < members.length;) {
    const first = numeric(members[index]);
    const second = members[index + 1];
    if (typeof second === 'number') {
      const width = numeric(members[index + 2]);
      const last = Math.min(second, highestCode);
      for (let code = Math.max(first, 0); code <= last && room > 0; code++, room--) widths.set(code, width);
      index += 3;
    } else {
      second?.forEach((width, offset) => widths.set(first + offset, width));
      index += 2;
    }
  }
  return widths;
}

function numeric(member: WidthMembers[number] | undefined): number {
  return typeof member === 'number' ? member : 0;
}
