/** Which drawings repeat which others: by the id of the one that holds the `use`. */
export type Uses = ReadonlyMap<string, ReadonlyArray<string>>;

/** The key of {@link Uses} for the whole drawing. */
export const wholeDrawing = '';

/**
 * How many elements all `use` elements expand to, infinitely many where one contains itself.
 *
 * @param uses the targets of the `use` elements in each element with an id, and in the whole
 */
export function expandedUses(uses: Uses): number {
  const known = new Map<string, number>();
  const expand = (id: string): number => {
    const before = known.get(id);
    if (before !== undefined) return before;
    // Until it is known, whoever meets it again has come full circle.
    known.set(id, Number.POSITIVE_INFINITY);
    let sum = 0;
    for (const target of uses.get(id) ?? []) sum += 1 + expand(target);
    known.set(id, sum);
    return sum;
  };
  return expand(wholeDrawing);
}
