import type { Root } from 'mdast';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import type { Note } from '../book/book.ts';
import { append } from '../book/long-lists.ts';
import { plainData, type Key, type Shelf } from '../book/shelf.ts';
import type { Ahead } from './ahead/files-ahead.ts';
import { ownLocales } from '../language/own-locales.ts';
import type { CitableNote, Draft } from './draft.ts';
import type { Allocation } from './ids.ts';
import type { FileKind } from './processor.ts';

/** What a draft has of a file, its notes apart. */
type Found = Pick<Draft, 'anchors' | 'cited' | 'misplaced' | 'unresolved' | 'unread' | 'dropped'> &
  Pick<Draft, 'isUnnumbered' | 'isUnlisted' | 'title'>;

/** What parsing a file has done to the registers of the book. */
interface Seen {
  readonly allocations: Allocation[];
  /** The ids that the author gave, and where. */
  readonly given: Array<readonly [id: string, point: Point]>;
  /** The identifiers of the notes of the shared file that it cites. */
  readonly citedOfShared: Set<string>;
}

/** Everything that came of parsing a file, as plain data. */
interface Parsed extends Seen {
  readonly tree: Root;
  readonly found: Found;
  readonly notes: ReadonlyArray<Omit<Note, 'file'>>;
  readonly citable: ReadonlyMap<string, Omit<CitableNote, 'file'>>;
  readonly messages: ReadonlyArray<ParsedMessage>;
}

interface ParsedMessage {
  readonly reason: string;
  readonly place: VFile['messages'][number]['place'];
  readonly ruleId: string | undefined;
  readonly fatal: boolean | null | undefined;
  readonly note: string | undefined;
}

/** How a file writes notes and citations. */
interface WrittenAs {
  readonly notes: FileKind['notes'];
  readonly keys: ReadonlySet<string> | undefined;
}

const codec = plainData<Parsed>();

/**
 * The tree of a file as an earlier build parsed it, where the file and all that its tree depends on are the
 * same and its ids still are to be had, or as another thread has parsed it; otherwise as it is parsed now. Draft,
 * registers and messages are the same whichever way.
 *
 * @param file the source
 * @param draft with nothing found out yet
 * @param kind how the file writes notes and citations
 * @param parsed where parsed files are kept
 * @param ahead the files that another thread parses
 * @param parse parses the file, with the draft in its data
 */
export function parsedOnce(
  file: VFile,
  draft: Draft,
  kind: WrittenAs,
  { parsed, ahead }: { readonly parsed: Shelf; readonly ahead?: Ahead },
  parse: () => Root,
): Root {
  const { bytes, fill } = parsed.slot(keyOf(file, draft, kind));
  if (bytes !== undefined) ahead?.pass(file);
  const packed = bytes ?? ahead?.take(file, draft);
  const earlier = packed === undefined ? undefined : codec.unpack(packed);
  if (packed !== undefined && earlier !== undefined && draft.repeat(earlier.allocations)) {
    if (bytes === undefined) fill(() => packed);
    return restore(earlier, file, draft);
  }
  const { tree, seen } = watch(file, draft, parse);
  fill(() => codec.pack(parsedOf(tree, seen, draft)));
  return tree;
}

/** What decides what comes of a file besides the program, and the ids that are taken. */
function keyOf(file: VFile, draft: Draft, { notes, keys }: WrittenAs): Key {
  const { id, frontMatter, language, wording, isShared, shared } = draft;
  const given = { id, frontMatter, language, wording, isShared, notes, path: file.path };
  return [
    String(file),
    JSON.stringify(given),
    ...(shared === undefined ? [] : [citableIn(shared)]),
    ...(keys === undefined ? [] : [JSON.stringify([...keys])]),
    ...(ownLocales().size === 0 ? [] : [JSON.stringify([...ownLocales()])]),
  ];
}

const sharedNotes = new WeakMap<Draft, Uint8Array>();

/** The notes of the shared file, as every file that may cite them depends on them. */
function citableIn(shared: Draft): Uint8Array {
  const before = sharedNotes.get(shared);
  if (before !== undefined) return before;
  const notes = [...shared.citable].map(([identifier, { id, label, series, position, file }]) => [
    identifier,
    id,
    label,
    series,
    position,
    file.path,
  ]);
  const bytes = Buffer.from(JSON.stringify(notes));
  sharedNotes.set(shared, bytes);
  return bytes;
}

/** Parses a file, and sees what becomes of the registers of the book. */
function watch(
  file: VFile,
  draft: Draft,
  parse: () => Root,
): { readonly tree: Root; readonly seen: Seen & { readonly messages: VFile['messages'] } } {
  const { given, shared } = draft;
  const seen: Seen = { allocations: [], given: [], citedOfShared: new Set() };
  const watched: Draft = {
    ...draft,
    allocate: (wanted) => {
      const id = draft.allocate(wanted);
      seen.allocations.push([wanted, id]);
      return id;
    },
    given: {
      enter: (id, place) => {
        seen.given.push([id, place.point]);
        given.enter(id, place);
      },
      placeIn: (from, id) => given.placeIn(from, id),
    },
    ...(shared && { shared: { ...shared, cited: seen.citedOfShared } }),
  };
  const told = file.messages.length;
  file.data.draft = watched;
  const tree = parse();
  file.data.draft = draft;
  Object.assign(draft, ofTitle(watched));
  for (const identifier of seen.citedOfShared) shared?.cited.add(identifier);
  return { tree, seen: { ...seen, messages: file.messages.slice(told) } };
}

/** What plugins put into a draft that had none of it. */
function ofTitle({
  isUnnumbered,
  isUnlisted,
  title,
}: Found): Pick<Draft, 'isUnnumbered' | 'isUnlisted' | 'title'> {
  return {
    ...(isUnnumbered !== undefined && { isUnnumbered }),
    ...(isUnlisted !== undefined && { isUnlisted }),
    ...(title !== undefined && { title }),
  };
}

function parsedOf(tree: Root, { messages, ...seen }: ReturnType<typeof watch>['seen'], draft: Draft): Parsed {
  const { anchors, cited, misplaced, unresolved, unread, dropped, notes, citable } = draft;
  return {
    ...seen,
    tree,
    found: { anchors, cited, misplaced, unresolved, unread, dropped, ...ofTitle(draft) },
    notes: notes.map(({ file: _file, ...note }) => note),
    citable: new Map([...citable].map(([identifier, { file: _file, ...note }]) => [identifier, note])),
    messages: messages.map(({ reason, place, ruleId, fatal, note }) => ({
      reason,
      place,
      ruleId,
      fatal,
      note,
    })),
  };
}

/** Puts everything where parsing would have put it. */
function restore({ tree, found, notes, citable, ...seen }: Parsed, file: VFile, draft: Draft): Root {
  for (const name of ['anchors', 'unread', 'dropped'] as const)
    for (const [key, value] of found[name]) (draft[name] as Map<string, unknown>).set(key, value);
  for (const name of ['cited', 'misplaced'] as const) for (const each of found[name]) draft[name].add(each);
  append(draft.unresolved, found.unresolved);
  for (const note of notes) draft.notes.push({ ...note, file });
  for (const [identifier, note] of citable) draft.citable.set(identifier, { ...note, file });
  Object.assign(draft, ofTitle(found));
  for (const identifier of seen.citedOfShared) draft.shared?.cited.add(identifier);
  for (const [id, point] of seen.given) draft.given.enter(id, { file, point });
  for (const { reason, place, ruleId, fatal, note } of seen.messages) {
    const message = file.message(reason, { place, ruleId, source: 'colophon' });
    Object.assign(message, { fatal, note });
  }
  return tree;
}
