/** A thing of schema.org; what is `undefined` is left out when it is written. */
export interface Thing {
  readonly '@type': string;
  readonly [property: string]: Value;
}
type Value = string | number | boolean | Thing | ReadonlyArray<string | Thing> | undefined;

/** The list, or nothing where it is empty; one alone stands for itself. */
export function some<Item extends string | Thing>(
  items: ReadonlyArray<Item | undefined>,
): Item | Item[] | undefined {
  const present = items.filter((item) => item !== undefined && item !== '') as Item[];
  return present.length < 2 ? present[0] : present;
}
