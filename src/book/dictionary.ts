/**
 * What is known of names that anybody may write: nothing is found in it but what was put there, whereas any other
 * object has a `constructor` and a `toString`, and is asked for both by a manuscript sooner or later.
 *
 * @param known by name
 */
export function dictionary<Value>(known: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.freeze(Object.assign(Object.create(null) as Record<string, Value>, known));
}
