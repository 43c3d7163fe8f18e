import type { VFile } from 'vfile';
import { excerpt } from '../../book/messages/excerpt.ts';
import { furtherPlaces } from '../../book/messages/further-places.ts';
import { report } from '../../book/messages/messages.ts';
import type { Draft, UnreadPlace } from '../draft.ts';
import { droppedKinds } from './dropped-kinds.ts';
import { codeKinds, openCode, openFence } from './unread-code.ts';
import { unreadKinds } from './unread-kinds.ts';

interface Place extends UnreadPlace {
  readonly file: VFile;
}

/**
 * Reports what looks like markup and is printed as typed, and what is left out because it has no effect
 * in a book: one message per kind for the whole book, at its first place, with the count and the next
 * places.
 *
 * @param files every file of the book, in reading order
 */
export function reportUnread(files: ReadonlyArray<{ readonly file: VFile; readonly draft: Draft }>): void {
  for (const kind of [...unreadKinds, ...codeKinds, openFence, openCode]) {
    const places = placesOf(files, ({ unread }) =>
      // What stands in a block that is never closed closes nothing.
      kind.kind === 'fence' && unread.has(openFence.kind) ? undefined : unread.get(kind.kind),
    );
    const most = 'most' in kind ? kind.most : undefined;
    if (most === undefined || places.length <= most)
      reportPlaces('markup-unread', kind, 'printed as typed', places);
  }
  for (const kind of droppedKinds) {
    const places = placesOf(files, ({ dropped }) => dropped.get(kind.kind));
    reportPlaces('markup-dropped', kind, 'left out', places);
  }
}

function placesOf(
  files: ReadonlyArray<{ readonly file: VFile; readonly draft: Draft }>,
  of: (draft: Draft) => readonly UnreadPlace[] | undefined,
): Place[] {
  return files.flatMap(({ file, draft }) => (of(draft) ?? []).map((place) => ({ ...place, file })));
}

function reportPlaces(
  rule: 'markup-unread' | 'markup-dropped',
  { looksLike, hint }: { readonly looksLike: string; readonly hint: string },
  outcome: string,
  [first, ...others]: readonly Place[],
): void {
  if (first === undefined) return;
  const counted = others.length === 0 ? 'This looks' : `${others.length + 1} places look`;
  const reason = `${counted} like ${looksLike} and ${others.length === 0 ? 'is' : 'are'} ${outcome}: ${excerpt(first.written.replaceAll('\0', '…'))}${furtherPlaces(others)}`;
  report(first.file, rule, reason, first.point, { hint });
}
