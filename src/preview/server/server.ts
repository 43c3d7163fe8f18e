import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EnvironmentError } from '../../book/errors.ts';
import { isForUs, isOwnRequest, isSame, newToken } from './access.ts';

/** What the page may ask for. */
export interface Answer {
  readonly body: Uint8Array | string | (() => string);
  readonly mediaType: string;
}

export interface Served {
  /** The answer to a path behind the token, without a slash at its beginning; undefined where there is none. */
  readonly answer: (path: string) => Promise<Answer | undefined> | Answer | undefined;
  /** What is told to the page when it connects. */
  readonly news: () => string;
}

/** Our own code and nothing else runs in the page; what the book brings along is shown and reaches nothing. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline' blob:",
  "img-src 'self' blob: data:",
  "font-src 'self' blob: data:",
  "media-src 'self' blob: data:",
  'frame-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'Content-Security-Policy': policy,
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const;

/** How often a connection on which nothing is told is kept alive, in milliseconds. */
const pulse = 20_000;

/** A server for one page, which reads and never writes. */
export class PreviewServer {
  readonly url: string;
  readonly #server: Server;
  readonly #token: string;
  readonly #host: string;
  readonly #port: number;
  readonly #served: Served;
  readonly #listeners = new Set<ServerResponse>();
  readonly #pulse: NodeJS.Timeout;

  private constructor(server: Server, served: Served, host: string) {
    this.#server = server;
    this.#served = served;
    this.#host = host;
    this.#token = newToken();
    this.#port = (server.address() as AddressInfo).port;
    const named = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
    this.url = `http://${named.includes(':') ? `[${named}]` : named}:${this.#port}/${this.#token}/`;
    server.on('request', (request, response) => void this.#respond(request, response));
    this.#pulse = setInterval(() => this.#write(':\n\n'), pulse);
    this.#pulse.unref();
  }

  /**
   * @param host the name or address it is bound to
   * @param port 0 for any that is free
   * @throws EnvironmentError where the system refuses that
   */
  static async open(served: Served, host: string, port: number): Promise<PreviewServer> {
    const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 30_000 });
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => reject(refused(error, host, port)));
      server.listen({ host, port }, resolve);
    });
    return new PreviewServer(server, served, host);
  }

  /** Tells every page that is open. */
  tell(): void {
    this.#write(eventOf(this.#served.news()));
  }

  /** How many pages are connected. */
  get pages(): number {
    return this.#listeners.size;
  }

  async close(): Promise<void> {
    clearInterval(this.#pulse);
    for (const listener of this.#listeners) listener.end();
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  #write(text: string): void {
    for (const listener of this.#listeners) listener.write(text);
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Not by URL, which refuses some paths that a request can have.
    const pathname = (request.url ?? '/').replace(/[?#].*$/s, '');
    const [, token = '', path = ''] = /^\/([^/]*)\/?(.*)$/.exec(pathname) ?? [];
    if (!isForUs(request, this.#host, this.#port) || !isOwnRequest(request)) return refuse(response, 403);
    if (!isSame(token, this.#token)) return refuse(response, 404);
    if (request.method !== 'GET') return refuse(response, 405);
    if (path === '' && !pathname.endsWith('/')) return refuse(response, 404);
    if (path === 'events') return this.#listen(response);
    try {
      const found = await this.#served.answer(path);
      if (found === undefined) return refuse(response, 404);
      const body = Buffer.from(typeof found.body === 'function' ? found.body() : found.body);
      response.writeHead(200, { ...headers, 'Content-Type': found.mediaType, 'Content-Length': body.length });
      response.end(body);
    } catch {
      refuse(response, 500);
    }
  }

  #listen(response: ServerResponse): void {
    response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream' });
    response.write(eventOf(this.#served.news()));
    this.#listeners.add(response);
    response.once('close', () => this.#listeners.delete(response));
  }
}

function eventOf(data: string): string {
  return `data: ${data}\n\n`;
}

function refuse(response: ServerResponse, status: 403 | 404 | 405 | 500): void {
  response.writeHead(status, {
    ...headers,
    'Content-Type': 'text/plain',
    ...(status === 405 && { Allow: 'GET' }),
  });
  response.end();
}

function refused({ code, message }: NodeJS.ErrnoException, host: string, port: number): EnvironmentError {
  const place = port === 0 ? host : `${host}:${port}`;
  const [reason, hint] =
    code === 'EADDRINUSE'
      ? ['another program uses the port', 'Leave out --port, and a free one is found.']
      : code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND'
        ? [
            'this machine has no such address',
            'Leave out --host, or name an address of this machine, such as 0.0.0.0.',
          ]
        : [message, 'Leave out --host and --port, or choose others.'];
  return new EnvironmentError(`The preview cannot be served at ${place}: ${reason}`, hint);
}
