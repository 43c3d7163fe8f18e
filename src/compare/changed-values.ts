/** A value of the metadata that is another than before. */
export interface ChangedValue {
  /** Where it stands: `contributors[0].name`. */
  readonly path: string;
  /** As text; undefined where there was none, or is none any more. */
  readonly old: string | undefined;
  readonly new: string | undefined;
}

/** What differs between two values, down to the texts and numbers in them, in the order of the newer one. */
export function changedValues(old: unknown, next: unknown): ChangedValue[] {
  const [before, after] = [new Map(leaves(old, '')), new Map(leaves(next, ''))];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((path) => {
    const [one, other] = [before.get(path), after.get(path)];
    return one === other ? [] : [{ path, old: one, new: other }];
  });
}

function leaves(value: unknown, path: string): Array<readonly [path: string, value: string]> {
  if (Array.isArray(value)) return value.flatMap((each, index) => leaves(each, `${path}[${index}]`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, each]) => leaves(each, path === '' ? key : `${path}.${key}`));
  return value === undefined ? [] : [[path, typeof value === 'string' ? value : JSON.stringify(value)]];
}
