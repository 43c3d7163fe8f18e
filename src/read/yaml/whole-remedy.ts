import { stringify } from 'yaml';

/**
 * The lines to write in place of a mapping none of whose keys is one: contributors by their roles, chapters by their titles, and all
 * of book.yaml below one key.
 *
 * @param path the keys on the way to it
 * @param mapping what was read there
 */
export function wholeRemedy(path: ReadonlyArray<string>, mapping: unknown): string | undefined {
  if (typeof mapping !== 'object' || mapping === null) return undefined;
  const entries = Object.entries(mapping);
  const [key] = path;
  if (path.length === 1 && key === 'contributors' && entries.every(([, name]) => isNames(name))) {
    const contributors = entries.flatMap(([role, names]) =>
      [names].flat().map((name: unknown) => ({ name, role })),
    );
    return inLines({ contributors });
  }
  if (
    path.length > 0 &&
    path.every((step) => step === 'contents') &&
    entries.every(([, file]) => isChapter(file))
  )
    return `Write the files alone; titles stand in them, or in their front matter:\n${stringify({ contents: entries.map(([, file]) => file as unknown) }, { lineWidth: 0 }).trimEnd()}`;
  const [only] = entries;
  if (path.length === 0 && entries.length === 1 && only !== undefined && isMapping(only[1]))
    return `Take ${only[0]}: away, and begin the lines below in the first column.`;
  return undefined;
}

function inLines(value: unknown): string {
  return `Write:\n${stringify(value, { lineWidth: 0 }).trimEnd()}`;
}

function isNames(value: unknown): boolean {
  return [value].flat().every((each) => typeof each === 'string' && each !== '');
}

function isChapter(value: unknown): boolean {
  return typeof value === 'string' && /\.(?:md|markdown)$/i.test(value);
}

function isMapping(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'title' in value;
}
