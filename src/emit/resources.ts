import { visit } from 'unist-util-visit';
import type { Asset, Assets, Hast } from '../book/book.ts';
import type { Bytes } from '../book/bytes.ts';
import type { Font } from '../book/theme.ts';
import { FileNames } from './file-names.ts';
import { loading } from './links.ts';
import { pathsIn } from './flow-stylesheet.ts';
import { dictionary } from '../book/dictionary.ts';

/** A file of the EPUB that is not text of ours. */
export interface Resource {
  /** Relative to the package document. */
  readonly file: string;
  readonly mediaType: string;
  readonly bytes: Bytes;
  readonly cover: boolean;
}

/** What is packed, and where the files of the manuscript went: manuscript path → path in the EPUB. */
export interface Resources {
  readonly files: ReadonlyArray<Resource>;
  readonly paths: ReadonlyMap<string, string>;
}

/** EPUBCheck wants the extension to fit (PKG-022); reading systems go by it. */
const extensions = dictionary<string>({
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/ogg; codecs=opus': 'opus',
  'video/mp4': 'mp4',
  'text/vtt': 'vtt',
  'font/ttf': 'ttf',
  'font/otf': 'otf',
  'font/woff': 'woff',
  'font/woff2': 'woff2',
});

/** Where files are, by the first part of their media type; all others are fonts. */
const folders = dictionary<'images' | 'audio' | 'video'>({
  image: 'images',
  audio: 'audio',
  video: 'video',
  text: 'video',
});

/**
 * The fonts of the theme and those assets that something refers to, sorted by manuscript path:
 * the cover, images, audio and video in the text, files the stylesheet names.
 *
 * @param trees the text
 * @param assets the files of the manuscript by path
 * @param theme fonts and stylesheet
 * @param cover the manuscript path of the cover image
 */
export function resourcesOf(
  trees: ReadonlyArray<Hast>,
  assets: Assets,
  theme: { readonly fonts: ReadonlyArray<Font>; readonly stylesheet: string },
  cover: string | undefined,
): Resources {
  const names = {
    images: new FileNames(),
    audio: new FileNames(),
    video: new FileNames(),
    fonts: new FileNames(),
  };
  const files: Resource[] = theme.fonts.map(({ file, bytes }) => ({
    file: `fonts/${names.fonts.allocate(...split(file))}`,
    mediaType: 'font/ttf',
    bytes,
    cover: false,
  }));
  const paths = new Map<string, string>();
  const wanted = new Set([
    ...filesIn(trees),
    ...pathsIn(theme.stylesheet),
    ...(cover === undefined ? [] : [cover]),
  ]);
  for (const path of [...wanted].toSorted()) {
    const asset = assets.get(path);
    if (asset === undefined) continue;
    const folder = folders[asset.mediaType.slice(0, asset.mediaType.indexOf('/'))] ?? 'fonts';
    const file = `${folder}/${names[folder].allocate(...nameOf(path, asset, folder))}`;
    paths.set(path, file);
    files.push({ file, mediaType: asset.mediaType, bytes: asset.bytes, cover: path === cover });
  }
  return { files, paths };
}

/** The paths of what is shown and played in the trees, each once. */
function filesIn(trees: ReadonlyArray<Hast>): Set<string> {
  const found = new Set<string>();
  for (const tree of trees) {
    visit(tree, 'element', ({ tagName, properties: { src, poster } }) => {
      if (loading.has(tagName) && typeof src === 'string') found.add(src);
      if (typeof poster === 'string') found.add(poster);
    });
  }
  return found;
}

function nameOf(path: string, { mediaType }: Asset, folder: string): [stem: string, extension: string] {
  const [stem, extension] = split(path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path);
  return [stem, extensions[mediaType] ?? extension.toLowerCase()];
}

function split(path: string): [stem: string, extension: string] {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') ? [path.slice(0, dot), path.slice(dot + 1)] : [path, 'bin'];
}
