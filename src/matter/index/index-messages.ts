import type { Concordance } from '../../book/concordance.ts';
import { report } from '../../book/messages/messages.ts';
import {
  allEntries,
  findEntry,
  isEmpty,
  keyOf,
  type CrossReference,
  type IndexEntry,
  type IndexTree,
} from './index-entries.ts';
import type { IndexPlace } from './index-places.ts';

/** More places than these make a reader search for the right one. */
const mostPlaces = 10;

/**
 * Reports what is wrong with an index: passages without an end, references to entries that do not
 * exist or lead nowhere, entries that nothing was found for, entries with too many places that
 * nothing tells apart, and pairs of entries that look like one.
 *
 * @param tree the entries
 * @param concordance the entries index.yaml declares
 */
export function reportIndex({ entries, unpaired }: IndexTree, concordance: Concordance): void {
  for (const place of unpaired) reportUnpaired(place);
  for (const entry of allEntries(entries)) {
    for (const reference of [...entry.see, ...entry.also]) reportReference(reference, entry, entries);
    reportCrowd(entry);
  }
  reportNear(entries);
  for (const { find, path, file, position } of concordance) {
    const entry = findEntry(entries, path);
    if (find.length === 0 || (entry?.locators.length ?? 0) > 0) continue;
    report(file, 'index-unfound', `Nothing in the book was found for "${shown(path)}"`, position);
  }
}

function reportUnpaired({ mark, file }: IndexPlace): void {
  const reason =
    mark.range === 'start'
      ? `The passage on "${shown(mark.path)}" begins here and ends nowhere`
      : `The passage on "${shown(mark.path)}" ends here and begins nowhere`;
  report(file, 'index-range', reason, mark.position);
}

function reportReference(
  { path, file, position }: CrossReference,
  from: IndexEntry,
  entries: ReadonlyMap<string, IndexEntry>,
): void {
  const target = findEntry(entries, path);
  const name = `"${shown(from.path)}" sends readers to "${shown(path)}"`;
  if (target === from) report(file, 'index-see', `"${shown(from.path)}" sends readers to itself`, position);
  else if (target === undefined || isEmpty(target)) {
    report(file, 'index-see', `${name}, which is no entry of the index`, position);
  } else if (target.see.length > 0 && target.locators.length === 0 && target.children.size === 0) {
    report(file, 'index-see', `${name}, which sends them on`, position, {
      hint: 'Name the entry that has the places.',
    });
  }
}

function reportCrowd({ locators, path, file, position }: IndexEntry): void {
  const plain = locators.filter(({ from, to }) => to === undefined && !from.mark.main);
  const blocks = new Set(plain.map(({ from }) => `${from.section.id} ${from.block}`));
  if (blocks.size <= mostPlaces) return;
  report(
    file,
    'index-crowded',
    `The entry "${shown(path)}" has ${blocks.size} places that nothing tells apart`,
    position,
  );
}

/** Siblings that differ in capitals, accents, hyphens or the `s` of a plural alone. */
function reportNear(entries: ReadonlyMap<string, IndexEntry>): void {
  const seen = new Map<string, IndexEntry>();
  for (const entry of entries.values()) {
    reportNear(entry.children);
    const likeness = keyOf(entry.term)
      .normalize('NFKD')
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase()
      .replace(/(?<=.{2})s$/, '');
    const near = seen.get(likeness);
    if (near === undefined || likeness === '') seen.set(likeness, entry);
    else {
      const reason = `The entries "${shown(near.path)}" and "${shown(entry.path)}" look like one`;
      report(entry.file, 'index-near', reason, entry.position);
    }
  }
}

function shown(path: ReadonlyArray<string>): string {
  return path.map(keyOf).join(' > ');
}
