import type { ReleasedMedium, ReleasedPage, ReleasedSection } from '../book/contents.ts';
import type { Manifest } from '../book/manifest.ts';
import type { Message } from '../book/messages/messages.ts';
import { changedValues, type ChangedValue } from './changed-values.ts';
import { pageShifts, type PageShift } from './page-shifts.ts';

/** A release to be compared. */
export interface ComparedRelease {
  readonly manifest: Manifest;
  /** All that the manifest says of the book: of metadata and rights. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** The width of the spine in points, where the book has a printer. */
  readonly spine?: number | undefined;
}

/** Before and after. */
export interface Pair<Value> {
  readonly old: Value;
  readonly new: Value;
}

/** A section that both releases have, and that reads otherwise or has another number of pages. */
export interface ChangedSection extends Pair<ReleasedSection> {
  /** Whether its words or those of its notes are others. */
  readonly isRewritten: boolean;
  /** The labels of its pages that begin otherwise than before, as the newer release has them. */
  readonly reflowed: ReadonlyArray<string>;
}

/** What has changed from one release of a book to another. */
export interface ReleaseChanges {
  readonly title: string;
  readonly pages: Pair<number | undefined>;
  readonly words: Pair<number>;
  readonly notes: Pair<number>;
  readonly added: ReadonlyArray<ReleasedSection>;
  readonly removed: ReadonlyArray<ReleasedSection>;
  readonly changed: ReadonlyArray<ChangedSection>;
  /** Runs of sections that begin on another page than before, each run by as many pages. */
  readonly shifts: ReadonlyArray<PageShift>;
  readonly media: ChangedMedia;
  readonly metadata: ReadonlyArray<ChangedValue>;
  /** In points. */
  readonly spine: Pair<number | undefined>;
  readonly files: ReadonlyArray<ChangedFile>;
  readonly fonts: { readonly added: ReadonlyArray<string>; readonly removed: ReadonlyArray<string> };
  readonly messages: { readonly added: ReadonlyArray<Message>; readonly removed: ReadonlyArray<Message> };
  /** By which program each was made. */
  readonly tools: Pair<string>;
}

/** A file of one of both releases, or of both with other bytes. */
export interface ChangedFile {
  readonly path: string;
  /** How many bytes each has; undefined where a release has no such file. */
  readonly bytes: Pair<number | undefined>;
}

/** Pictures and recordings that are new, gone, or others under the same name. */
export interface ChangedMedia {
  readonly added: ReadonlyArray<ReleasedMedium>;
  readonly removed: ReadonlyArray<ReleasedMedium>;
  readonly changed: ReadonlyArray<Pair<ReleasedMedium>>;
}

/** Compares two releases of a book. */
export function changesOf(old: ComparedRelease, next: ComparedRelease): ReleaseChanges {
  const [before, after] = [old.manifest.contents ?? [], next.manifest.contents ?? []];
  const { title } = next.metadata;
  const known = new Map(before.map((section) => [section.id, section]));
  const ids = new Set(after.map(({ id }) => id));
  const pairs = after.flatMap((section) => {
    const earlier = known.get(section.id);
    return earlier === undefined ? [] : [{ old: earlier, new: section }];
  });
  return {
    title: typeof title === 'string' ? title : '',
    pages: { old: old.manifest.pages, new: next.manifest.pages },
    words: { old: sumOf(before, 'words'), new: sumOf(after, 'words') },
    notes: { old: sumOf(before, 'notes'), new: sumOf(after, 'notes') },
    added: after.filter(({ id }) => !known.has(id)),
    removed: before.filter(({ id }) => !ids.has(id)),
    changed: pairs.flatMap((pair) => changedSection(pair, old.manifest.pageMap, next.manifest.pageMap)),
    shifts: pageShifts(pairs),
    media: changedMedia(old.manifest, next.manifest),
    metadata: changedValues(stated(old.metadata), stated(next.metadata)),
    spine: { old: old.spine, new: next.spine },
    files: changedFiles(old.manifest, next.manifest),
    fonts: difference(old.manifest.fonts ?? [], next.manifest.fonts ?? [], (name) => name),
    messages: difference(messagesOf(old.manifest), messagesOf(next.manifest), ({ file, rule, reason }) =>
      JSON.stringify([file, rule, reason]),
    ),
    tools: { old: old.manifest.tools.colophon, new: next.manifest.tools.colophon },
  };
}

/** Whether nothing of the book is otherwise. */
export function isUnchanged({ files, added, removed, changed, media, metadata }: ReleaseChanges): boolean {
  const { added: more, removed: less, changed: others } = media;
  return [files, added, removed, changed, more, less, others, metadata].every(({ length }) => length === 0);
}

/** What somebody says of the book: that it was modified follows from all else. */
function stated({ modified: _modified, ...metadata }: ComparedRelease['metadata']): unknown {
  return metadata;
}

function sumOf(contents: ReadonlyArray<ReleasedSection>, what: 'words' | 'notes'): number {
  return contents.reduce((sum, section) => sum + section[what], 0);
}

/** Sections that are made from the others: they change with every page number. */
const made = new Set(['toc', 'index', 'loi', 'lot']);

function changedSection(
  pair: Pair<ReleasedSection>,
  oldPages: ReadonlyArray<ReleasedPage> = [],
  newPages: ReadonlyArray<ReleasedPage> = [],
): ChangedSection[] {
  const isRewritten = pair.old.sha256 !== pair.new.sha256;
  const [before, after] = [beginnings(pair.old, oldPages), beginnings(pair.new, newPages)];
  const known = new Set(before.map(({ begins }) => begins));
  const reflowed = after.flatMap(({ label, begins }) =>
    begins === undefined || known.has(begins) ? [] : [label],
  );
  const hasOtherPages = pair.old.pages !== pair.new.pages;
  if (!isRewritten && !hasOtherPages && (reflowed.length === 0 || made.has(pair.new.role))) return [];
  return [{ ...pair, isRewritten, reflowed }];
}

/** The pages of a section but for the first, which begins with its title. */
function beginnings(
  { page, pages = 0 }: ReleasedSection,
  all: ReadonlyArray<ReleasedPage>,
): ReadonlyArray<ReleasedPage> {
  return page === undefined ? [] : all.slice(page + 1, page + pages);
}

function changedFiles(old: Manifest, next: Manifest): ChangedFile[] {
  const before = new Map(old.artifacts.map((file) => [file.path, file]));
  const after = new Map(next.artifacts.map((file) => [file.path, file]));
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((path) => {
    const [one, other] = [before.get(path), after.get(path)];
    return one?.sha256 === other?.sha256 ? [] : [{ path, bytes: { old: one?.bytes, new: other?.bytes } }];
  });
}

/** A release of an earlier version does not tell of its pictures: then nothing is said of them. */
function changedMedia(old: Manifest, next: Manifest): ChangedMedia {
  if (old.media === undefined || next.media === undefined) return { added: [], removed: [], changed: [] };
  const before = new Map(old.media.map((medium) => [medium.path, medium]));
  const after = new Map(next.media.map((medium) => [medium.path, medium]));
  return {
    added: [...after.values()].filter(({ path }) => !before.has(path)),
    removed: [...before.values()].filter(({ path }) => !after.has(path)),
    changed: [...after.values()].flatMap((medium) => {
      const earlier = before.get(medium.path);
      const isSame = earlier?.sha256 === medium.sha256 && earlier.alt === medium.alt;
      return earlier === undefined || isSame ? [] : [{ old: earlier, new: medium }];
    }),
  };
}

function messagesOf({ checks }: Manifest): Message[] {
  return Object.values(checks ?? {}).flatMap((check) => check?.messages ?? []);
}

/** What one list has and the other has not, each as often as it does. */
function difference<Value>(
  old: ReadonlyArray<Value>,
  next: ReadonlyArray<Value>,
  keyOf: (value: Value) => string,
): { readonly added: Value[]; readonly removed: Value[] } {
  const without = (values: ReadonlyArray<Value>, others: ReadonlyArray<Value>): Value[] => {
    const left = new Map<string, number>();
    for (const each of others) left.set(keyOf(each), (left.get(keyOf(each)) ?? 0) + 1);
    return values.filter((each) => {
      const count = left.get(keyOf(each)) ?? 0;
      left.set(keyOf(each), count - 1);
      return count <= 0;
    });
  };
  return { added: without(next, old), removed: without(old, next) };
}
