import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { AssetKind, AssetReference } from '../book/book.ts';
import { report } from '../book/messages/messages.ts';
import { assetPath } from './asset-path.ts';

type Media = 'audio' | 'video';

/**
 * Points every audio and video at its paths in the manuscript folder and collects these. It is played when the reader
 * asks for it and not before. What stands inside is for those who cannot hear or see it, and for print; where nothing
 * of it can be played, that stands alone.
 *
 * @param options.references collects what the book asks for
 */
export function rehypeMedia(options: { readonly references: AssetReference[] }) {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (!isMedia(node) || !parent || index === undefined) return undefined;
      const kind = node.tagName;
      const take = (path: string, as: AssetKind): void => {
        options.references.push({
          path,
          file,
          ...(as !== 'image' && { kind: as }),
          ...(node.position && { position: node.position }),
        });
      };
      const paths = pathsOf(node, kind, file);
      if (paths.length === 0) {
        parent.children.splice(index, 1, ...textOf(node));
        return index;
      }
      Object.assign(node.properties, { controls: true, preload: 'none' });
      for (const path of paths) take(path, kind);
      takePoster(node, file, take);
      takeTracks(node, file, take);
      if (toString({ type: 'root', children: textOf(node) }).trim() === '') {
        const said = `The ${kind} "${paths[0]}" says nothing in print, nor to those who cannot ${kind === 'audio' ? 'hear' : 'see'} it`;
        report(file, 'media-alternative', said, node);
      }
      return undefined;
    });
  };
}

type Take = (path: string, as: AssetKind) => void;

function isMedia(node: Element): node is Element & { tagName: Media } {
  return node.tagName === 'audio' || node.tagName === 'video';
}

function isSource(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'source';
}

function isTrack(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'track';
}

function textOf({ children }: Element): ElementContent[] {
  return children.filter((child) => !isSource(child) && !isTrack(child));
}

/** The paths of an element and its sources, which lose what leads nowhere. */
function pathsOf(media: Element, kind: Media, file: VFile): string[] {
  const { src } = media.properties;
  const own = src === undefined ? undefined : assetPath(src, media, file, kind);
  delete media.properties['src'];
  if (own !== undefined) media.properties['src'] = own;
  const paths = own === undefined ? [] : [own];
  const sources = media.children.filter(isSource);
  if (src === undefined && sources.length === 0) assetPath('', media, file, kind);
  const lost = new Set<ElementContent>();
  for (const source of sources) {
    const path = assetPath(source.properties['src'] ?? '', source, file, kind);
    // The media type is that of the file, and the package document says it.
    delete source.properties['type'];
    if (path === undefined || own !== undefined) lost.add(source);
    else paths.push(path);
    source.properties['src'] = path;
  }
  media.children = media.children.filter((child) => !lost.has(child));
  return paths;
}

/** The picture that stands for a video until it is played, and in print. */
function takePoster(media: Element, file: VFile, take: Take): void {
  const { poster } = media.properties;
  if (poster === undefined) return;
  const path = assetPath(poster, media, file);
  media.properties['poster'] = path;
  if (path !== undefined) take(path, 'image');
}

/** Captions and the like. */
function takeTracks(media: Element, file: VFile, take: Take): void {
  media.children = media.children.filter((child) => {
    if (!isTrack(child)) return true;
    const path = assetPath(child.properties['src'] ?? '', child, file, 'captions');
    child.properties['src'] = path;
    if (path !== undefined) take(path, 'captions');
    return path !== undefined;
  });
}
