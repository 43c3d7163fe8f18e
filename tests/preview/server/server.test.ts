import { connect } from 'node:net';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { PreviewServer } from '../../../src/preview/server/server.ts';

async function opened(): Promise<PreviewServer> {
  const answer = (path: string) => (path === '' ? { body: 'page', mediaType: 'text/html' } : undefined);
  const server = await PreviewServer.open({ answer, news: () => '{}' }, '127.0.0.1', 0);
  onTestFinished(() => server.close());
  return server;
}

/** The status of the answer to a request as it goes over the wire. */
async function statusOf(url: string, request: string): Promise<number> {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(`${request} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  const [data] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return Number(/^HTTP\/1\.1 (\d+)/.exec(data.toString('latin1'))?.[1]);
}

test('the page is behind its token and is only read', async () => {
  const { url } = await opened();
  const { pathname } = new URL(url);
  expect(await statusOf(url, `GET ${pathname}`)).toBe(200);
  expect(await statusOf(url, `GET ${pathname}?at=1`)).toBe(200);
  expect(await statusOf(url, `POST ${pathname}`)).toBe(405);
  expect(await statusOf(url, `GET ${pathname}other`)).toBe(404);
  expect(await statusOf(url, 'GET /')).toBe(404);
});

test.each(['//', '//[', '/%', '/%2e%2e/', '*', 'http://[', '/\\'])(
  'a request for %s is answered, and the next one too',
  async (path) => {
    const { url } = await opened();
    expect(await statusOf(url, `GET ${path}`)).toBeGreaterThanOrEqual(400);
    expect(await statusOf(url, `GET ${new URL(url).pathname}`)).toBe(200);
  },
);
