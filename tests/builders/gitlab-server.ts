import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A release as a job asks for it. */
interface Release {
  readonly tag_name: string;
  readonly assets: { readonly links: ReadonlyArray<{ readonly name: string; readonly url: string }> };
}

/** A server that answers as GitLab's API does, as far as the jobs of a book ask it. */
export class GitLabServer {
  /** The files of packages, by package, version and name. */
  readonly files = new Map<string, Buffer>();
  readonly releases: Release[] = [];
  /** The comments on the merge request. */
  readonly notes: Array<{ readonly id: number; body: string }> = [{ id: 1, body: 'Well done.' }];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    });
  }

  static async started(): Promise<GitLabServer> {
    const server = new GitLabServer();
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  /** What a job of the project finds in its environment. */
  get variables(): Record<string, string> {
    const { port } = this.#server.address() as AddressInfo;
    return { CI_API_V4_URL: `http://127.0.0.1:${port}/api/v4`, CI_PROJECT_ID: '7', CI_JOB_TOKEN: 'job' };
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').replace('/api/v4/projects/7', '').replace(/\?.*$/, '');
    const body = await bodyOf(request);
    const isOfNotes = path.startsWith('/merge_requests/3/notes');
    const { 'job-token': job, 'private-token': own } = request.headers;
    if (isOfNotes ? own !== 'own' : job !== 'job') return void response.writeHead(401).end();
    const answer = isOfNotes
      ? this.#noted(request.method ?? '', path, body)
      : this.#served(`${request.method} ${path}`, body);
    return void (answer === undefined ? response.writeHead(404).end() : response.end(answer));
  }

  #served(asked: string, body: Buffer): string | Buffer | undefined {
    const [, method, file] = /^(PUT|GET) \/packages\/generic\/(.+)$/.exec(asked) ?? [];
    if (file !== undefined && method === 'GET') return this.files.get(file);
    if (file !== undefined) this.files.set(file, body);
    if (asked === 'GET /releases') return JSON.stringify(this.releases);
    if (asked === 'POST /releases') this.releases.unshift(JSON.parse(body.toString('utf8')) as Release);
    return file === undefined && asked !== 'POST /releases' ? undefined : '{}';
  }

  #noted(method: string, path: string, body: Buffer): string | undefined {
    if (method === 'GET') return JSON.stringify(this.notes);
    const text = new URLSearchParams(body.toString('utf8')).get('body') ?? '';
    const note = this.notes.find(({ id }) => path.endsWith(`/${id}`));
    if (method === 'PUT' && note !== undefined) note.body = text;
    else if (method === 'POST') this.notes.push({ id: this.notes.length + 1, body: text });
    else return undefined;
    return '{}';
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
