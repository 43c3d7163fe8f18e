import type { Link, Nodes, PhrasingContent, Text } from 'mdast';
import type { VFile } from 'vfile';
import { pointAfter } from '../../book/messages/point-in.ts';

/** The number an entry begins with; `[1], [2] and [3]` and `[1](page.md)` begin a sentence. */
const opening = /^\s*\[(\d{1,3})\](?![,;)(\]–’'-])[:.]?\s*/;

/** Anchors of notes as word processors write them. */
const noteAnchor = /#_?(?:ftn|edn|fn|footnote|endnote)(?:ref)?[-_]?\d+$/i;

/** The number of a mark that is a link, as in `[[1]](#_ftn1)`; nothing for other links. */
export function linkedNumber(link: Link): string | undefined {
  const [only] = link.children;
  if (link.children.length !== 1 || only?.type !== 'text') return undefined;
  const number = /^\[(\d{1,3})\]$/.exec(only.value)?.[1];
  if (number !== undefined) return link.url.startsWith('#') || noteAnchor.test(link.url) ? number : undefined;
  return noteAnchor.test(link.url) ? /^\(?(\d{1,3})\)?$/.exec(only.value)?.[1] : undefined;
}

/** The number of the note a line of inline content begins with. */
export function entryNumber(line: readonly PhrasingContent[]): string | undefined {
  const first = firstLeaf(line);
  if (first?.type === 'text') return opening.exec(first.value)?.[1];
  return first?.type === 'link' ? linkedNumber(first) : undefined;
}

/**
 * Takes the number off the beginning of a line, in place.
 *
 * @param line the inline content of a line for which {@link entryNumber} finds a number
 * @param file the source, by which the place of what remains is found
 */
export function takeNumber(line: PhrasingContent[], file: VFile): void {
  const first = firstLeaf(line);
  if (first?.type === 'link') {
    remove(first, line);
    const next = firstLeaf(line);
    if (next?.type === 'text') cutOff(next, /^[:.]?\s*/, /^[:.]?\s*/, file);
  } else if (first) {
    cutOff(first, opening, /^\s*\\?\[\d+\\?\][:.]?\s*/, file);
  }
}

/** Cuts off the beginning of a text, and what the same is in the source off its extent. */
function cutOff(text: Text, prefix: RegExp, typed: RegExp, file: VFile): void {
  text.value = text.value.replace(prefix, '');
  const { start, end } = text.position ?? {};
  if (!start || !end) return;
  const cut = typed.exec(String(file).slice(start.offset, end.offset))?.[0] ?? '';
  text.position = { start: pointAfter(file, start, cut.length), end };
}

/** The text or link a line begins with, be it inside emphasis. */
function firstLeaf(line: readonly PhrasingContent[]): Text | Link | undefined {
  const [first] = line;
  if (first?.type === 'text' || first?.type === 'link') return first;
  return first && isWrapper(first) ? firstLeaf(first.children) : undefined;
}

function remove(node: PhrasingContent, line: PhrasingContent[]): void {
  const [first] = line;
  if (first === node) line.shift();
  else if (first && isWrapper(first)) remove(node, first.children);
}

function isWrapper(
  node: Nodes,
): node is Extract<PhrasingContent, { type: 'emphasis' | 'strong' | 'delete' }> {
  return node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete';
}
