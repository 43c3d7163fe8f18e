import type { Html, Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { authorId } from '../book/ids.ts';
import { pointAfter } from '../book/messages/point-in.ts';
import { enterId, reportTwice } from './claim-id.ts';
import type { Draft } from './draft.ts';

/**
 * Lets links name the ids of raw HTML, those of old anchors with `<a name>` too. One that the file has
 * given before, in HTML or in braces, is reported and taken out.
 *
 * @param roots everything in the file that may hold HTML
 * @param draft of the file, whose Markdown has its ids already
 * @param file the source
 */
export function claimHtmlIds(roots: readonly Nodes[], draft: Draft, file: VFile): void {
  for (const root of roots) visit(root, 'html', (node) => claimIn(node, draft, file));
}

/** As far as a tag may end: behind each beginning of one its end would be looked for anew. */
function ended(html: string): string {
  return html.slice(0, html.lastIndexOf('>') + 1);
}

function claimIn(node: Html, draft: Draft, file: VFile): void {
  const shown = ended(node.value.replace(/<!--[\s\S]*?(?:-->|$)/g, blank));
  for (const { 0: tag, 1: element = '', index } of shown.matchAll(/<([a-z][\w-]*)\s[^>]*>/gi)) {
    const attribute = attributeIn('id', tag) ?? (/^a$/i.test(element) ? attributeIn('name', tag) : undefined);
    if (attribute === undefined || attribute.id === '') continue;
    const { id, written } = attribute;
    const start = pointAfter(file, node.position?.start, index);
    const place = { type: 'html', ...(start && { position: { start, end: start } }) };
    if (draft.given.placeIn(file, id) !== undefined) {
      reportTwice(id, place, file);
      const from = index + attribute.from;
      // As long as before, so that messages about the rest keep their places.
      node.value = node.value.slice(0, from) + blank(written) + node.value.slice(from + written.length);
    } else if (start !== undefined) {
      enterId(id, place, file);
      // Many anchors in HTML stand before the heading of that name, which links lead to as well.
      if (!draft.anchors.has(id)) draft.anchors.set(id, authorId(draft.id, id));
    }
  }
}

function attributeIn(
  name: 'id' | 'name',
  tag: string,
): { readonly id: string; readonly written: string; readonly from: number } | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  if (match === null) return undefined;
  return { id: match[1] ?? match[2] ?? match[3] ?? '', written: match[0], from: match.index };
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
