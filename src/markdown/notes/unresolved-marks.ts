import type { VFile } from 'vfile';
import { excerpt } from '../../book/messages/excerpt.ts';
import { report } from '../../book/messages/messages.ts';
import type { CitableNote, Draft, UnresolvedMark } from '../draft.ts';
import { HiddenNotes } from './hidden-notes.ts';
import { isBracketed, markOf } from './note-label.ts';

/** A file and what was found out about it. */
export interface DraftedFile {
  readonly file: VFile;
  readonly draft: Draft;
}

/**
 * Reports the marks that cite no note their file knows, each with the likeliest remedy: the
 * note may stand in another file, or under a label almost the same.
 *
 * @param files every file of the book that may define notes
 * @returns the notes of other files that they were meant for
 */
export function reportUnresolved(files: readonly DraftedFile[]): ReadonlySet<CitableNote> {
  const owners = new Map<string, CitableNote>();
  const sought = new Set<CitableNote>();
  for (const { draft } of files) {
    for (const [identifier, note] of draft.citable) {
      if (!owners.has(identifier)) owners.set(identifier, note);
    }
  }
  for (const { file, draft } of files) {
    if (draft.unresolved.length === 0) continue;
    const begun = notesWithoutColon(file, draft.unresolved);
    const hidden = new HiddenNotes(file);
    hidden.report(new Set(draft.unresolved.map(({ identifier }) => identifier)));
    for (const mark of draft.unresolved) {
      const text = begun.get(mark.identifier);
      if (text?.mark === mark) report(file, 'note-undefined', text.reason, mark.place, { hint: text.hint });
      if (text !== undefined || hidden.has(mark.identifier)) continue;
      const { reason = `No note is defined for ${mark.written}`, hint, owner } = remedy(mark, draft, owners);
      if (owner !== undefined) sought.add(owner);
      report(file, 'note-undefined', reason, mark.place, hint === undefined ? {} : { hint });
    }
  }
  return sought;
}

/** A mark that looks like the beginning of its note, and what it lacks. */
interface BegunNote {
  readonly mark: UnresolvedMark;
  readonly reason: string;
  readonly hint: string;
}

/** The marks that begin a note where another of the same label stands elsewhere, by label. */
function notesWithoutColon(file: VFile, marks: ReadonlyArray<UnresolvedMark>): Map<string, BegunNote> {
  const begun = new Map<string, BegunNote>();
  if (marks.length < 2) return begun;
  const lines = String(file).split('\n');
  const counts = new Map<string, number>();
  for (const { identifier } of marks) counts.set(identifier, (counts.get(identifier) ?? 0) + 1);
  for (const mark of marks) {
    const found = (counts.get(mark.identifier) ?? 0) > 1 ? begunBy(mark, lines) : undefined;
    if (found !== undefined) begun.set(mark.identifier, found);
  }
  return begun;
}

function begunBy(mark: UnresolvedMark, lines: ReadonlyArray<string>): BegunNote | undefined {
  const { place, written } = mark;
  if (place === undefined) return undefined;
  const line = (lines[place.line - 1] ?? '').slice(place.column - 1);
  const behind = line.startsWith(written) ? line.slice(written.length) : '';
  if (place.column > 1) {
    const [, text] = /^:[ \t]+(\S.*)$/.exec(behind) ?? [];
    const reason = `The note ${written} does not begin a line`;
    return text === undefined
      ? undefined
      : {
          mark,
          reason,
          hint: `Begin a line with it, below an empty one: ${written}: ${excerpt(text.trimEnd())}`,
        };
  }
  const [, colon, text] = /^(?:[ \t]*[;.)=–—-])?[ \t]+(:[ \t]*)?(\S.*)$/.exec(behind) ?? [];
  const reason = `No colon stands${colon === undefined ? '' : ' directly'} behind ${written}, where its note begins`;
  return text === undefined
    ? undefined
    : { mark, reason, hint: `Write: ${written}: ${excerpt(text.trimEnd())}` };
}

function remedy(
  { written, identifier }: UnresolvedMark,
  draft: Draft,
  owners: ReadonlyMap<string, CitableNote>,
): { readonly reason?: string; readonly hint?: string; readonly owner?: CitableNote } {
  if (draft.shared?.citable.has(identifier)) {
    return {
      reason: `The mark ${written} stands directly before a parenthesis and reads like a link`,
      hint: 'Put a space between the mark and the parenthesis.',
    };
  }
  if (isBracketed(identifier)) {
    return {
      hint: `Begin a line at the end of the file with ${written}, or write \\${written} if no note is meant.`,
    };
  }
  const near = nearLabel(identifier, draft);
  if (near !== undefined) return { hint: `Did you mean ${near}?` };
  const owner = owners.get(identifier);
  if (owner === undefined) return {};
  const { path } = owner.file;
  if (/(?:^|\/)notes\.md$/i.test(path) && draft.shared === undefined)
    return { hint: `Rename ${path} to notes.md, which all files may cite.`, owner };
  const shared = draft.shared?.citable.values().next().value?.file.path ?? 'notes.md';
  return {
    owner,
    hint: `The note is defined in ${path}, but a file knows its own notes only: move it to ${shared}, which all may cite.`,
  };
}

/** The mark of a note whose label differs from another in little more than a slip of the pen. */
function nearLabel(identifier: string, draft: Draft): string | undefined {
  for (const [other, { label }] of [...draft.citable, ...(draft.shared?.citable ?? [])]) {
    if (!isBracketed(other) && isNear(identifier, other)) return markOf(other, label);
  }
  return undefined;
}

/** Whether two labels have the same letters and digits, or long ones differ in two neighbours at most. */
function isNear(a: string, b: string): boolean {
  const letters = (label: string): string => label.replace(/[^\p{L}\p{N}]+/gu, '');
  if (letters(a) === letters(b)) return letters(a) !== '';
  const shorter = Math.min(a.length, b.length);
  if (shorter < 4) return false;
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 2;
}
