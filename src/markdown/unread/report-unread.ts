import type { VFile } from 'vfile';
import { excerpt } from '../../book/messages/excerpt.ts';
import { report } from '../../book/messages/messages.ts';
import type { Draft, UnreadPlace } from '../draft.ts';
import { codeKinds, openFence } from './unread-code.ts';
import { unreadKinds } from './unread-kinds.ts';

interface Place extends UnreadPlace {
  readonly file: VFile;
}

/** How many further places a message names. */
const named = 3;

/**
 * Reports what looks like markup and is printed as typed: one message per kind for the whole book, at
 * its first place, with the count and the next places.
 *
 * @param files every file of the book, in reading order
 */
export function reportUnread(files: ReadonlyArray<{ readonly file: VFile; readonly draft: Draft }>): void {
  for (const { kind, looksLike, hint } of [...unreadKinds, ...codeKinds, openFence]) {
    const places = files.flatMap(({ file, draft }): Place[] =>
      (draft.unread.get(kind) ?? []).map((place) => ({ ...place, file })),
    );
    const [first, ...others] = places;
    if (first === undefined) continue;
    const counted = others.length === 0 ? 'This looks' : `${places.length} places look`;
    const reason = `${counted} like ${looksLike} and ${others.length === 0 ? 'is' : 'are'} printed as typed: ${excerpt(first.written.replaceAll('\0', '…'))}${also(others)}`;
    report(first.file, 'markup-unread', reason, first.point, { hint });
  }
}

function also(others: readonly Place[]): string {
  if (others.length === 0) return '';
  const next = others
    .slice(0, named)
    .map(({ file, point }) => `${file.path}:${point.line}:${point.column}`)
    .join(', ');
  return `; next ${next}${others.length > named ? ' …' : ''}`;
}
