import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** A name that nobody guesses, for the address of a preview. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/** Whether two texts are the same; how long that takes tells nothing of them. */
export function isSame(given: string, expected: string): boolean {
  const digest = (text: string): Uint8Array => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/**
 * Whether a request was meant for this server: a page elsewhere can have its own name lead to this machine, and
 * would then be taken for ours (DNS rebinding). Addresses of machines, `localhost` and the name that the server
 * was given are no such names.
 *
 * @param host what the server was bound to
 */
export function isForUs({ headers }: Pick<IncomingMessage, 'headers'>, host: string, port: number): boolean {
  const [, name = '', stated] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(headers.host ?? '') ?? [];
  if (Number(stated ?? 80) !== port) return false;
  const bare = name.replaceAll(/[[\]]/g, '').toLowerCase();
  return bare === 'localhost' || bare === host.toLowerCase() || isIP(bare) !== 0;
}

/** Whether a request was made by our own page, or by somebody who typed the address. */
export function isOwnRequest({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}
