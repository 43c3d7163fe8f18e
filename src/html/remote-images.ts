import type { Element } from 'hast';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { excerpt } from '../book/messages/excerpt.ts';
import { furtherPlaces } from '../book/messages/further-places.ts';
import { report } from '../book/messages/messages.ts';

interface RemotePlace {
  readonly source: string;
  readonly point: Point;
}

declare module 'vfile' {
  interface DataMap {
    /** Where the text asks for images on the network that are not fetched. */
    remotePlaces: RemotePlace[];
  }
}

const hint =
  'Have them fetched once and kept with the manuscript: `assets: { remote: true }` in book.yaml. Or download them into images/ and refer to them there.';

/** Notes a place that asks for an image on the network, of which is told when all are known. */
export function noteRemote(file: VFile, source: string, { position }: Element): void {
  const places = file.data.remotePlaces ?? [];
  places.push({ source, point: position?.start ?? { line: 1, column: 1 } });
  file.data.remotePlaces = places;
}

/**
 * Reports the images on the network that are not fetched: one message for the whole book, at the first, with the
 * count and the next places.
 *
 * @param files in reading order
 */
export function reportRemote(files: Iterable<VFile>): void {
  const [first, ...others] = [...new Set(files)].flatMap((file) => {
    const places = (file.data.remotePlaces ?? []).map((place) => ({ ...place, file }));
    delete file.data.remotePlaces;
    return places;
  });
  if (first === undefined) return;
  const reason =
    others.length === 0
      ? `The image "${first.source}" lies on the network`
      : `${others.length + 1} images lie on the network: ${excerpt(first.source)}${furtherPlaces(others)}`;
  report(first.file, 'image-remote', reason, first.point, { hint });
}
