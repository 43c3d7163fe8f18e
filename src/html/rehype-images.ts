import { posix } from 'node:path';
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { AssetReference } from '../book/book.ts';
import { report } from '../book/messages/messages.ts';
import type { RuleId } from '../book/messages/rules.ts';
import { element, text } from './element.ts';
import { imageName } from '../book/image-name.ts';
import { filePath } from '../book/addresses/file-path.ts';

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
      if (node.properties['alt'] === undefined) {
        const said = `${imageName({ path: source, drawing })} has no description`;
        report(file, 'image-alt', said, node, {
          hint: drawing === undefined ? describeImage : describeDrawing,
        });
        node.properties['alt'] = '';
      }
      const path = drawing === undefined ? localPath(source, node, file) : source;
      if (path === undefined) {
        const alt = text(node.properties['alt']);
        parent.children[index] = element('span', { className: ['missing'] }, [alt], node.position);
        return;
      }
      node.properties['src'] = path;
      const alt = node.properties['alt'].trim();
      options.references.push({
        path,
        file,
        ...(node.position && { position: node.position }),
        ...(alt !== '' && { alt }),
        ...(drawing !== undefined && { drawing }),
      });
    });
  };
}

function localPath(source: string, node: Element, file: VFile): string | undefined {
  const refuse = (rule: RuleId, reason: string): undefined => {
    report(file, rule, reason, node);
    return undefined;
  };
  const remote = (reason: string) => refuse('image-remote', reason);
  const outside = (reason: string) => refuse('image-outside', reason);
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(source)?.[0].toLowerCase();
  if (scheme === 'file:' || /^[a-z]:(?:[\\/]|%5c)/i.test(source))
    return outside(`The image "${source}" lies outside the manuscript folder`);
  if (scheme === 'data:') return remote('The image is written into its address as data');
  if (scheme !== undefined || source.startsWith('//')) {
    return remote(`The image "${source}" lies on the network`);
  }
  const decoded = filePath(source.replace(/[?#].*$/s, ''));
  if (decoded === '') {
    return refuse('image-missing', 'The image has no address');
  }
  const path = posix.normalize(posix.join(posix.dirname(file.path ?? ''), decoded));
  const escapes = path === '..' || path.startsWith('../') || decoded.startsWith('/');
  if (escapes || /%(?:2e|2f|5c)|[\0-\x1f]/i.test(decoded)) {
    return outside(`The image "${source}" lies outside the manuscript folder`);
  }
  return path;
}
