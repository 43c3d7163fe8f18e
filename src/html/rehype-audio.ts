import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { AssetReference } from '../book/book.ts';
import { report } from '../book/messages/messages.ts';
import { assetPath } from './asset-path.ts';

/**
 * Points every audio at its paths in the manuscript folder and collects these. It is played when the reader asks
 * for it and not before. What stands inside is for those who cannot hear it, and for print; where nothing of it can
 * be played, that stands alone.
 *
 * @param options.references collects what the book asks for
 */
export function rehypeAudio(options: { readonly references: AssetReference[] }) {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'audio' || !parent || index === undefined) return undefined;
      const paths = pathsOf(node, file);
      if (paths.length === 0) {
        parent.children.splice(index, 1, ...textOf(node));
        return index;
      }
      Object.assign(node.properties, { controls: true, preload: 'none' });
      if (toString({ type: 'root', children: textOf(node) }).trim() === '') {
        const said = `The audio "${paths[0]}" says nothing in print, nor to those who cannot hear it`;
        report(file, 'audio-alternative', said, node);
      }
      for (const path of paths)
        options.references.push({
          path,
          file,
          kind: 'audio',
          ...(node.position && { position: node.position }),
        });
      return undefined;
    });
  };
}

function isSource(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'source';
}

function textOf({ children }: Element): ElementContent[] {
  return children.filter((child) => !isSource(child));
}

/** The paths of an audio and its sources, which lose what leads nowhere. */
function pathsOf(audio: Element, file: VFile): string[] {
  const { src } = audio.properties;
  const own = src === undefined ? undefined : assetPath(src, audio, file, 'audio');
  delete audio.properties['src'];
  if (own !== undefined) audio.properties['src'] = own;
  const paths = own === undefined ? [] : [own];
  const sources = audio.children.filter(isSource);
  if (src === undefined && sources.length === 0) assetPath('', audio, file, 'audio');
  const lost = new Set<ElementContent>();
  for (const source of sources) {
    const path = assetPath(source.properties['src'] ?? '', source, file, 'audio');
    // The media type is that of the file, and the package document says it.
    delete source.properties['type'];
    if (path === undefined || own !== undefined) lost.add(source);
    else paths.push(path);
    source.properties['src'] = path;
  }
  audio.children = audio.children.filter((child) => !lost.has(child));
  return paths;
}
