import { request as requestPlain, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP } from 'node:net';
import type { Network, Resolved } from './network.ts';

/** How far one may go for one image. */
export interface FetchLimits {
  /** The most bytes. */
  readonly size: number;
  /** The most redirects. */
  readonly redirects: number;
  /** The most milliseconds, redirects included. */
  readonly time: number;
}

/** Why an image was not fetched, for readers; it goes on from "was not fetched: ". */
export class FetchFault extends Error {}

/**
 * The bytes at an address, fetched from the public network and nowhere else: every name is resolved once, what it
 * stands for is judged, and just that is connected to, at every redirect anew.
 *
 * @param address with http: or https:
 * @throws {FetchFault} where there are none to be had
 */
export async function fetchBytes(
  address: string,
  network: Network,
  limits: FetchLimits,
): Promise<Uint8Array> {
  const stop = AbortSignal.timeout(limits.time);
  let url = urlOf(address);
  try {
    for (let redirects = 0; redirects <= limits.redirects; redirects++) {
      const response = await answerOf(url, network, stop);
      const { statusCode = 0, headers } = response;
      if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
        response.destroy();
        url = urlOf(headers.location, url);
        continue;
      }
      if (statusCode !== 200) {
        response.destroy();
        throw new FetchFault(`the server answers ${statusCode}`);
      }
      return await bodyOf(response, limits.size);
    }
  } catch (error) {
    if (error instanceof FetchFault) throw error;
    if (stop.aborted) throw new FetchFault(`it takes longer than ${Math.round(limits.time / 1000)} s`);
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no connection';
    throw new FetchFault(`the server is not reached (${code})`);
  }
  throw new FetchFault(`there are more than ${limits.redirects} redirects`);
}

function urlOf(address: string, base?: URL): URL {
  let url: URL;
  try {
    url = new URL(address, base);
  } catch {
    throw new FetchFault('this is no address');
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new FetchFault(`${url.protocol} is neither http: nor https:`);
  if (base?.protocol === 'https:' && url.protocol === 'http:')
    throw new FetchFault('it is redirected from https: to http:');
  if (url.username !== '' || url.password !== '') throw new FetchFault('the address holds a password');
  return url;
}

/** The addresses behind a name, all of which are such that one may connect to them. */
async function allowed(url: URL, { resolve, isAllowed }: Network): Promise<Resolved> {
  const name = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const family = isIP(name);
  const found = family > 0 ? [{ address: name, family }] : await resolve(name);
  const [first] = found;
  if (first === undefined) throw new FetchFault('its server has no address');
  const wrong = found.find(({ address }) => !isAllowed(address));
  if (wrong !== undefined)
    throw new FetchFault(`${url.hostname} is at ${wrong.address}, which is no address of the public network`);
  return first;
}

async function answerOf(url: URL, network: Network, stop: AbortSignal): Promise<IncomingMessage> {
  const { address, family } = await allowed(url, network);
  const request = url.protocol === 'https:' ? requestSecure : requestPlain;
  const options: RequestOptions = {
    agent: false,
    signal: stop,
    headers: { accept: 'image/*', 'accept-encoding': 'identity', 'user-agent': 'Colophon' },
    // The name is not asked for a second time: it could stand for something else by then.
    lookup: (_name, asked, done) => {
      if (asked.all === true) done(null, [{ address, family }]);
      else done(null, address, family);
    },
  };
  return new Promise((resolve, reject) => {
    request(url, options, resolve).on('error', reject).end();
  });
}

async function bodyOf(response: IncomingMessage, most: number): Promise<Uint8Array> {
  const coding = response.headers['content-encoding'] ?? 'identity';
  if (coding !== 'identity') {
    response.destroy();
    throw new FetchFault(`the server packs it (${coding})`);
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > most) {
      response.destroy();
      throw new FetchFault(`it is larger than ${Math.round(most / 1_000_000)} MB`);
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}
