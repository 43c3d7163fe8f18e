import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { AssetReference } from '../book/book.ts';
import { keptIn } from '../book/kept-pictures.ts';
import { report } from '../book/messages/messages.ts';
import { element, text } from './element.ts';
import { assetName } from '../book/asset-name.ts';
import { assetPath } from './asset-path.ts';

const describeImage = 'Add alt="…" with a description, or alt="" if the image only decorates.';
const describeDrawing =
  'Add aria-label="…" to the <svg>, or a <title> inside it; aria-hidden="true" if it only decorates.';

/**
 * Points every image at its path in the manuscript folder and collects these. Images from
 * the network, from data in the address or from outside the folder are reported, and their
 * description stands in their place: nothing of them may reach a browser.
 *
 * @param options.references collects what the book asks for
 */
export function rehypeImages(options: { readonly references: AssetReference[] }) {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'img' || !parent || index === undefined) return;
      const source = node.properties['src'] ?? '';
      const drawing = node.data?.drawing;
      describeByTitle(node);
      if (node.properties['alt'] === undefined) {
        const said = `${assetName({ path: source, ...(drawing !== undefined && { drawing }) })} has no description`;
        report(file, 'image-alt', said, node, {
          hint: drawing === undefined ? describeImage : describeDrawing,
        });
        node.properties['alt'] = '';
      }
      const path = drawing === undefined ? assetPath(source, node, file) : source;
      if (path === undefined) {
        const alt = text(node.properties['alt']);
        parent.children[index] = element('span', { className: ['missing'] }, [alt], node.position);
        return;
      }
      node.properties['src'] = path;
      const alt = node.properties['alt'].trim();
      const kept = drawing === undefined ? keptIn(file, path) : undefined;
      options.references.push({
        path,
        file,
        ...(node.position && { position: node.position }),
        ...(alt !== '' && { alt }),
        ...(drawing !== undefined && { drawing }),
        ...(kept !== undefined && { kept }),
      });
    });
  };
}

/**
 * An image that has a title and no description is described by that.
 *
 * @see https://www.w3.org/TR/html-aam-1.0/#img-element-accessible-name-computation
 */
function describeByTitle({ properties }: Element): void {
  const title = properties['title']?.trim() ?? '';
  if (title === '' || (properties['alt'] ?? '').trim() !== '' || properties['role'] !== undefined) return;
  properties['alt'] = title;
}
