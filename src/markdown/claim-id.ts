import type { Node } from 'mdast';
import type { VFile } from 'vfile';
import { authorId } from '../book/ids.ts';
import { report } from '../book/messages/messages.ts';

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
  const id = authorId(draft.id, own);
  nameAnchor(own, id, node, file);
  return id;
}

/**
 * Lets links name a place by the author's own id. Another file may have the same: links within a file
 * lead to its own, and one from elsewhere that does not name the file is reported where it stands.
 *
 * @param own the author's own id
 * @param id what it is in the book
 * @param node what has it
 * @param file the file it stands in
 */
export function nameAnchor(own: string, id: string, node: Node, file: VFile): void {
  const { draft } = file.data;
  draft?.anchors.set(own, id);
  enterId(own, node, file);
}

/** Enters an id in the register of the book. */
export function enterId(own: string, node: Node, file: VFile): void {
  const given = file.data.draft?.given;
  if (given === undefined || node.position === undefined) return;
  given.enter(own, { file, point: node.position.start });
}

/** Whether something in the file has this name for links already, be it not the section itself. */
export function isClaimed(name: string, file: VFile): boolean {
  const { draft } = file.data;
  const known = draft?.anchors.get(name);
  return (known !== undefined && known !== draft?.id) || draft?.given.placeIn(file, name) !== undefined;
}

/** Reports an id that the file gives for the second time, with the place of the first. */
export function reportTwice(own: string, node: Node, file: VFile): void {
  const line = file.data.draft?.given.placeIn(file, own)?.line;
  const first = line === undefined ? '' : `, first in line ${line}`;
  report(file, 'id-duplicate', `The id "${own}" is given twice in this file${first}`, node);
}
