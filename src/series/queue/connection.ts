import type { Redis } from 'ioredis';
import { EnvironmentError, UsageError } from '../../book/errors.ts';

/** How long a server may take to answer for the first time, in milliseconds; afterwards it is waited for. */
const patience = 10_000;

/** The packages that carry the queue, which are installed where one is wanted. */
export async function queuePackages() {
  try {
    const [bullmq, { Redis: Client }] = await Promise.all([import('bullmq'), import('ioredis')]);
    return { bullmq, Client };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error;
    throw new EnvironmentError(
      'A queue needs the packages bullmq and ioredis, which are not installed',
      'Run npm install bullmq ioredis beside Colophon.',
      { cause: error },
    );
  }
}

/**
 * A connection to the Valkey or Redis of a queue. Once it has answered it is waited for as long as it takes, when it
 * is started again or cannot be reached.
 *
 * @param address as `redis://host:6379`, or `rediss://` with TLS
 * @param onOutage called each time it is lost, with why
 * @throws {UsageError} where the address is none
 * @throws {EnvironmentError} where nothing answers
 */
export async function connect(address: string, onOutage: (reason: string) => void): Promise<Redis> {
  if (!/^rediss?:\/\//.test(address) || !URL.canParse(address))
    throw new UsageError(`--queue takes an address such as redis://localhost:6379, not "${address}"`);
  const { Client } = await queuePackages();
  const client = new Client(address, {
    lazyConnect: true,
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(times * 200, 2000),
  });
  let last = 'it does not answer';
  client.on('error', (error: Error) => (last = error.message));
  const { host } = new URL(address);
  try {
    await Promise.race([
      client.connect().catch(() => new Promise((resolve) => client.once('ready', resolve))),
      new Promise((_, reject) => setTimeout(reject, patience).unref()),
    ]);
  } catch {
    client.disconnect();
    throw new EnvironmentError(
      `The queue at ${host} cannot be reached: ${last}`,
      'Start Valkey or Redis there, or correct the address behind --queue.',
    );
  }
  client.on('close', () => onOutage(`The queue at ${host} cannot be reached; it is waited for`));
  return client;
}
