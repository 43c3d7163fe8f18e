import type { RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { report } from '../../book/messages/messages.ts';
import { didYouMean } from '../../book/nearest.ts';
import { pointAfter } from '../../book/messages/point-in.ts';
import type { CrossReference } from '../../book/nodes.ts';
import { whichFile, type LinkedFile, type LinkTargets } from './link-targets.ts';
import { bracketedIdentifier, identifierOf } from '../notes/note-label.ts';

const written = /:(?:[Rr]ef|page)\[/;

/**
 * Points every cross-reference at an id of the book, in place. One to nowhere is reported and
 * leaves the characters the author typed.
 *
 * @param files the files of the book
 * @param targets the places they may name
 * @param parts the ids of the parts, which have no file of their own
 */
export function resolveCrossReferences(
  files: readonly LinkedFile[],
  targets: LinkTargets,
  parts: ReadonlySet<string>,
): void {
  for (const entry of files) {
    const source = String(entry.file);
    if (!written.test(source)) continue;
    for (const root of entry.roots) {
      visit(root, 'crossReference', (node, index, parent) => {
        const id = idOf(node.target, entry, targets, parts);
        if (id !== undefined) {
          node.targetId = id;
          return;
        }
        reportUnknown(node, entry, targets, parts);
        if (parent === undefined || index === undefined) return;
        const { start, end } = node.position ?? {};
        const value = source.slice(start?.offset, end?.offset);
        (parent.children as RootContent[])[index] = { type: 'text', value };
      });
    }
  }
}

function idOf(
  target: string,
  entry: LinkedFile,
  targets: LinkTargets,
  parts: ReadonlySet<string>,
): string | undefined {
  const note = noteIdentifier(target);
  if (note !== undefined) return entry.notes?.find((notes) => notes.has(note))?.get(note)?.id;
  if (target === '') return undefined;
  const isAddress = target.includes('#') || /\.(?:md|x?html?)$/i.test(target);
  return (
    targets.find(isAddress ? target : `#${target}`, entry).id ?? (parts.has(target) ? target : undefined)
  );
}

/** The identifier of the note that `^label`, `[^label]` or `[1]` means. */
function noteIdentifier(target: string): string | undefined {
  const number = /^\[(\d+)\]$/.exec(target)?.[1];
  if (number !== undefined) return bracketedIdentifier(number);
  const label = /^(?:\[\^(.+)\]|\^(.+))$/.exec(target);
  return label ? identifierOf(label[1] ?? label[2] ?? '') : undefined;
}

function reportUnknown(
  { target, position }: CrossReference,
  entry: LinkedFile,
  targets: LinkTargets,
  parts: ReadonlySet<string>,
): void {
  const { file } = entry;
  const typed = written.exec(String(file).slice(position?.start.offset))?.[0] ?? '';
  const place = target === '' || !position ? position : pointAfter(file, position.start, typed.length);
  const owners = targets.ownersOf(target);
  if (target === '') {
    report(file, 'reference-unknown', 'The reference names nothing', place);
  } else if (owners.length > 1) {
    report(file, 'reference-unknown', `Several files have a place "${target}"`, place, {
      hint: whichFile(owners, `#${target}`),
    });
  } else {
    const what = noteIdentifier(target) === undefined ? 'place in the book' : 'note for this file';
    const hint = didYouMean(target, candidates(target, entry, targets, parts));
    const reason = `There is no ${what} that "${target}" names`;
    report(file, 'reference-unknown', reason, place, hint === undefined ? {} : { hint });
  }
}

/** What the author may have meant, written as the target is. */
function candidates(
  target: string,
  entry: LinkedFile,
  targets: LinkTargets,
  parts: ReadonlySet<string>,
): string[] {
  if (noteIdentifier(target) !== undefined) {
    return (entry.notes ?? []).flatMap((notes) => [...notes.values()].map(({ label }) => `^${label}`));
  }
  const address = /^[^#]+(?=#)/.exec(target)?.[0];
  const there = address === undefined ? undefined : targets.find(address, entry).file;
  if (there) return [...there.anchors.keys()].map((name) => `${address}#${name}`);
  return [...targets.names(), ...targets.paths(), ...parts];
}
