import { isStored, type StoredBytes } from '../../../book/bytes.ts';
import { readHead } from '../../../machine/bytes/read-bytes.ts';
import type { Resource } from '../../page-server.ts';
import type { Shade } from './solid-image.ts';
import { standInFor } from './stand-in.ts';

/** Photographs by the names of their stand-ins, which are their SHA-256. */
export type Originals = ReadonlyMap<string, StoredBytes>;

/** The photographs on disk among what a document refers to. */
export function originalsIn(resources: ReadonlyMap<string, Resource>): Originals {
  return new Map(photographsIn(resources).map((bytes) => [bytes.sha256, bytes]));
}

/** Bytes of the photographs on disk, equal ones included: a browser holds one for each address. */
export function sizeOfPhotographs(resources: ReadonlyMap<string, Resource>): number {
  return photographsIn(resources).reduce((sum, { length }) => sum + length, 0);
}

function photographsIn(resources: ReadonlyMap<string, Resource>): StoredBytes[] {
  return [...resources.values()].flatMap((resource) => photographIn(resource) ?? []);
}

function photographIn({ bytes, mediaType }: Resource): StoredBytes | undefined {
  return mediaType === 'image/jpeg' && typeof bytes !== 'string' && isStored(bytes) ? bytes : undefined;
}

/** Resources with stand-ins for the photographs among them. */
export interface WithStandIns {
  readonly resources: ReadonlyMap<string, Resource>;
  /** The names of the stand-ins that were asked for so far. */
  readonly served: ReadonlySet<string>;
}

/** Longer than all that stands before the scan of a photograph. */
const longestHead = 1 << 20;

/** The same resources, where stand-ins are sent in place of the photographs on disk that can have one. */
export function withStandIns(resources: ReadonlyMap<string, Resource>, shade: Shade): WithStandIns {
  const served = new Set<string>();
  // Whether a file is still what it was is judged when all of it is read.
  const standInOf = async (original: StoredBytes): Promise<Uint8Array | undefined> => {
    const standIn = standInFor(await readHead(original, longestHead), original.sha256, shade);
    if (standIn !== undefined) served.add(original.sha256);
    return standIn;
  };
  const sent = [...resources].map(([path, resource]): [string, Resource] => {
    const original = photographIn(resource);
    return [path, original ? { ...resource, standIn: () => standInOf(original) } : resource];
  });
  return { resources: new Map(sent), served };
}
