/** How many photographs are named. */
const named = 3;

/**
 * A note that photographs no longer say where they were taken.
 *
 * @param paths those that did, at least one
 */
export function placesRemoved(paths: ReadonlyArray<string>): string {
  const names = `${paths.slice(0, named).join(', ')}${paths.length > named ? ` and ${paths.length - named} more` : ''}`;
  return paths.length === 1
    ? `The place where it was taken stands in ${names}; it is in none of the editions.`
    : `The places where they were taken stand in ${names}; they are in none of the editions.`;
}
