/** So many arguments of a call have place on the stack for certain. */
const certain = 10_000;

/**
 * Adds items behind a list, however many: those that are spread into a call lie on the stack, which has place
 * for some hundred thousand.
 */
export function append<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}

/** Puts items, however many, in the place of as many as are to go. */
export function replaceIn<Item>(
  list: Item[],
  index: number,
  count: number,
  items: ReadonlyArray<Item>,
): void {
  list.splice(index, count, ...items.slice(0, certain));
  for (let done = certain; done < items.length; done += certain)
    list.splice(index + done, 0, ...items.slice(done, done + certain));
}

/** The greatest of any number of numbers; `from` where none is greater. */
export function greatest(numbers: Iterable<number>, from = -Infinity): number {
  let most = from;
  for (const each of numbers) if (each > most) most = each;
  return most;
}

/** The least of any number of numbers; infinity of none. */
export function least(numbers: Iterable<number>): number {
  let fewest = Infinity;
  for (const each of numbers) if (each < fewest) fewest = each;
  return fewest;
}
