import { createHash } from 'node:crypto';
import type { VFile } from 'vfile';
import type { FetchedImage } from '../../../book/fetched-images.ts';
import { readSafely } from '../../files/safe-file.ts';
import { carried, imageFormat, isCarried } from '../image-format.ts';
import { FetchFault, fetchBytes, type FetchLimits } from './fetch-bytes.ts';
import { lockFile, readLock, remoteFolder, writeInside, writeLock, type Locked } from './lock.ts';
import { publicNetwork, type Network } from './network.ts';
import { remoteAddresses } from './remote-addresses.ts';

/** How much of the network a book may ask for. */
export interface RemoteLimits extends FetchLimits {
  /** The most images. */
  readonly count: number;
  /** The most bytes of all that are fetched at once. */
  readonly total: number;
  /** The most milliseconds for all of them. */
  readonly allTime: number;
}

/** The usual limits. */
export const remoteLimits: RemoteLimits = {
  count: 500,
  size: 16_000_000,
  total: 256_000_000,
  redirects: 5,
  time: 30_000,
  allTime: 300_000,
};

/** How many are fetched at the same time. */
const atOnce = 4;

/**
 * Has the images on the network that texts ask for in the manuscript folder: those that the lock file knows as it
 * knows them, the others fetched and locked. What has become of each is hung on the texts. Images that are there
 * need no network, so that a book depends on the lock alone.
 *
 * @param root the real path of the manuscript folder
 * @param files the texts, in Markdown of ours
 * @param options `offline`: nothing is fetched, and what is not in the folder is told of
 */
export async function readRemoteImages(
  root: string,
  files: ReadonlyArray<VFile>,
  {
    network = publicNetwork,
    limits = remoteLimits,
    offline = false,
  }: { readonly network?: Network; readonly limits?: RemoteLimits; readonly offline?: boolean } = {},
): Promise<void> {
  const asked = files.map((file) => [file, remoteAddresses(String(file))] as const);
  const addresses = [...new Set(asked.flatMap(([, each]) => each))];
  if (addresses.length === 0) return;
  const store = new Store(root, network, limits, offline);
  const found = await store.all(addresses);
  for (const [file, own] of asked)
    if (own.length > 0)
      file.data.fetched = new Map(
        own.flatMap((each) => {
          const image = found.get(each);
          return image === undefined ? [] : [[each, image] as const];
        }),
      );
}

/** The images of one book, on their way into its folder. */
class Store {
  readonly #root: string;
  readonly #network: Network;
  readonly #limits: RemoteLimits;
  readonly #offline: boolean;
  readonly #lock = new Map<string, Locked>();
  readonly #end: number;
  #size = 0;
  #hasMore = false;

  constructor(root: string, network: Network, limits: RemoteLimits, offline: boolean) {
    this.#root = root;
    this.#network = network;
    this.#limits = limits;
    this.#offline = offline;
    this.#end = performance.now() + limits.allTime;
  }

  async all(addresses: ReadonlyArray<string>): Promise<ReadonlyMap<string, FetchedImage>> {
    const found = new Map<string, FetchedImage>();
    const lock = await readLock(this.#root);
    if (lock === undefined) {
      for (const address of addresses) found.set(address, { fault: `${lockFile} cannot be read` });
      return found;
    }
    for (const [address, locked] of lock) this.#lock.set(address, locked);
    const waiting = [...addresses.entries()];
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
        found.set(next[1], await this.#one(next[1], next[0]));
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    if (this.#hasMore) await this.#keep(found);
    return found;
  }

  async #one(address: string, index: number): Promise<FetchedImage> {
    if (index >= this.#limits.count) return { fault: `the book has more than ${this.#limits.count} of them` };
    const locked = this.#lock.get(address);
    try {
      return await (locked === undefined ? this.#fetch(address) : this.#asLocked(address, locked));
    } catch (error) {
      if (error instanceof FetchFault) return { fault: error.message };
      if (error instanceof Error && 'code' in error)
        return { fault: `it cannot be kept in ${remoteFolder}/ (${String(error.code)})` };
      throw error;
    }
  }

  /** An image that is known: the one in the folder, else the one on the network, if it still is the same. */
  async #asLocked(address: string, { file, sha256 }: Locked): Promise<FetchedImage> {
    const path = `${remoteFolder}/${file}`;
    const { bytes, fault } = await readSafely(this.#root, path, this.#limits.size);
    if (bytes !== undefined) {
      if (digestOf(bytes) === sha256) return { path };
      throw new FetchFault(`${path} is not the one that ${lockFile} knows`);
    }
    if (fault !== 'missing') throw new FetchFault(`${path} cannot be read`);
    const fetched = await this.#bytesAt(address);
    if (digestOf(fetched) !== sha256)
      throw new FetchFault(
        `there is another one by now than ${lockFile} knows; take its lines out to have the new one`,
      );
    await writeInside(this.#root, path, fetched);
    return { path };
  }

  async #fetch(address: string): Promise<FetchedImage> {
    const bytes = await this.#bytesAt(address);
    const format = imageFormat(bytes);
    if (!isCarried(format)) throw new FetchFault('it is no image in PNG, JPEG, GIF, WebP or SVG');
    const sha256 = digestOf(bytes);
    const file = `${sha256.slice(0, 16)}.${carried[format].endings[0]}`;
    await writeInside(this.#root, `${remoteFolder}/${file}`, bytes);
    this.#lock.set(address, { file, sha256 });
    this.#hasMore = true;
    return { path: `${remoteFolder}/${file}` };
  }

  async #bytesAt(address: string): Promise<Uint8Array> {
    if (this.#offline)
      throw new FetchFault(`it is not in ${remoteFolder}/, and nothing is fetched (--offline)`);
    const { total, time, allTime } = this.#limits;
    const left = Math.floor(this.#end - performance.now());
    if (left <= 0) throw new FetchFault(`all of them take longer than ${Math.round(allTime / 1000)} s`);
    if (this.#size >= total)
      throw new FetchFault(`all of them are larger than ${Math.round(total / 1_000_000)} MB`);
    const bytes = await fetchBytes(address, this.#network, { ...this.#limits, time: Math.min(time, left) });
    this.#size += bytes.length;
    return bytes;
  }

  async #keep(found: Map<string, FetchedImage>): Promise<void> {
    try {
      await writeLock(this.#root, this.#lock);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      for (const [address, image] of found)
        if (image.path !== undefined)
          found.set(address, { fault: `${lockFile} cannot be written (${String(error.code)})` });
    }
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
