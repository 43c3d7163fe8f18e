import type { Node } from 'mdast';
import type { VFile } from 'vfile';
import { authorId } from '../book/ids.ts';
import { report } from '../book/messages/messages.ts';
import type { Draft } from './draft.ts';

/**
 * The id in the book of an element to which the author gave one, which links may name from now on;
 * none where the file has given it to something else before.
 *
 * @param own the author's own id
 * @param node what has it
 * @param file where an id given twice is reported
 */
export function claimId(own: string, node: Node, file: VFile): string | undefined {
  const draft = file.data.draft;
  if (!draft) return undefined;
  if (isClaimed(own, file)) {
    reportTwice(own, node, file);
    return undefined;
  }
  const id = draft.allocate(authorId(draft.id, own));
  nameAnchor(own, id, node, draft);
  return id;
}

/** Lets links name a place by the author's own id. */
export function nameAnchor(own: string, id: string, { position }: Node, draft: Draft): void {
  draft.anchors.set(own, id);
  if (position !== undefined) draft.places.set(own, position.start);
}

/** Whether something in the file has this name for links already, be it not the section itself. */
export function isClaimed(name: string, { data: { draft } }: VFile): boolean {
  const known = draft?.anchors.get(name);
  return known !== undefined && known !== draft?.id;
}

/** Reports an id that the file gives for the second time, with the place of the first. */
export function reportTwice(own: string, node: Node, file: VFile): void {
  const line = file.data.draft?.places.get(own)?.line;
  const first = line === undefined ? '' : `, first in line ${line}`;
  report(file, 'id-duplicate', `The id "${own}" is given twice in this file${first}`, node);
}
