import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { fetchedFor } from '../../../../src/book/fetched-images.ts';
import { isPublic, publicNetwork, type Network } from '../../../../src/read/images/remote/network.ts';
import {
  readRemoteImages,
  remoteLimits,
  type RemoteLimits,
} from '../../../../src/read/images/remote/remote-images.ts';
import { readManuscript } from '../../../../src/read/manuscript.ts';
import { folderOf, writeFiles } from '../../../builders/folder.ts';

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';

let server: Server;
let port = 0;
let asked: string[] = [];
let shown: string | Uint8Array = picture;

const answers: Readonly<Record<string, RequestListener>> = {
  '/a.png': (_, response) => response.end(shown),
  '/drawing': (_, response) => response.end(drawing),
  '/page': (_, response) => response.end('<!doctype html><title>Not here</title>'),
  '/gone': (_, response) => response.writeHead(404).end(),
  '/packed': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('x'),
  '/slow': () => undefined,
  '/large': (_, response) => response.end(Buffer.alloc(3000)),
  '/there': (_, response) => response.writeHead(302, { location: '/a.png' }).end(),
  '/round': (_, response) => response.writeHead(302, { location: '/round' }).end(),
  '/inside': (_, response) =>
    response.writeHead(302, { location: `http://169.254.169.254/latest/meta-data` }).end(),
  '/private-name': (_, response) =>
    response.writeHead(302, { location: `http://intranet.test:${port}/a.png` }).end(),
  '/file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
};

/** The names of the test's own world; the server of the test counts as public, nothing else does that is not. */
const names: Readonly<Record<string, string>> = {
  'example.test': '127.0.0.1',
  'intranet.test': '10.0.0.7',
  'rebound.test': '192.168.0.1',
};
const network: Network = {
  resolve: async (name) => {
    const address = names[name];
    if (address === undefined) throw Object.assign(new Error('unknown'), { code: 'ENOTFOUND' });
    return [{ address, family: 4 }];
  },
  isAllowed: (address) => address === '127.0.0.1' || isPublic(address),
};

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answers[request.url ?? '']?.(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  port = (server.address() as AddressInfo).port;
});

afterEach(() => {
  asked = [];
  shown = picture;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** What becomes of one image, in a folder. */
async function fetched(
  path: string,
  options: {
    readonly root?: string;
    readonly host?: string;
    readonly limits?: Partial<RemoteLimits>;
    readonly offline?: boolean;
  } = {},
) {
  const { root = await folderOf({}), host = `example.test:${port}`, limits, offline = false } = options;
  const address = path.includes('//') ? path : `http://${host}${path}`;
  const file = new VFile({ path: 'one.md', value: `![A](${address})` });
  await readRemoteImages(root, [file], { network, limits: { ...remoteLimits, ...limits }, offline });
  return { root, image: fetchedFor(file, address) };
}

async function lockOf(root: string): Promise<unknown> {
  return JSON.parse(await readFile(join(root, 'remote-images/lock.json'), 'utf8'));
}

it('fetches nothing offline, and takes what is in the folder', async () => {
  const { root, image } = await fetched('/a.png', { offline: true });
  expect(image).toEqual({ fault: 'it is not in remote-images/, and nothing is fetched (--offline)' });
  await fetched('/a.png', { root });
  asked = [];
  const { image: kept } = await fetched('/a.png', { root, offline: true });
  expect(kept?.path).toMatch(/^remote-images\/[0-9a-f]{16}\.png$/);
  await rm(join(root, kept?.path ?? ''));
  expect((await fetched('/a.png', { root, offline: true })).image?.fault).toContain('nothing is fetched');
  expect(asked).toEqual([]);
});

it('fetches an image, keeps it and locks it', async () => {
  const { root, image } = await fetched('/a.png');
  expect(image?.path).toMatch(/^remote-images\/[0-9a-f]{16}\.png$/);
  expect(await readFile(join(root, image?.path ?? ''))).toEqual(picture);
  expect(await lockOf(root)).toEqual({
    images: {
      [`http://example.test:${port}/a.png`]: {
        file: image?.path?.replace('remote-images/', ''),
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
    },
  });
});

it('needs no network for what is there', async () => {
  const { root, image } = await fetched('/a.png');
  asked = [];
  shown = drawing;
  expect((await fetched('/a.png', { root })).image).toEqual(image);
  expect(asked).toEqual([]);
});

it('fetches what is locked and not there, if it is the same', async () => {
  const { root, image } = await fetched('/a.png');
  await rm(join(root, image?.path ?? ''));
  expect((await fetched('/a.png', { root })).image).toEqual(image);
  expect(asked).toHaveLength(2);
  await rm(join(root, image?.path ?? ''));
  shown = drawing;
  expect((await fetched('/a.png', { root })).image?.fault).toContain('there is another one by now');
});

it('takes no file that is not the locked one', async () => {
  const { root, image } = await fetched('/a.png');
  await writeFile(join(root, image?.path ?? ''), drawing);
  expect((await fetched('/a.png', { root })).image?.fault).toContain('is not the one that');
});

it('reads a lock file that is broken as none', async () => {
  const root = await folderOf({ 'remote-images/lock.json': '{ "images": { "x": { "file": "../../x" } } }' });
  expect((await fetched('/a.png', { root })).image?.fault).toContain('cannot be read');
  expect(asked).toEqual([]);
});

it.each([
  ['/there', undefined, 'png'],
  ['/drawing', undefined, 'svg'],
])('%s', async (path, _, ending) => {
  expect((await fetched(path)).image?.path).toMatch(new RegExp(`\\.${ending}$`));
});

it.each([
  ['/page', 'it is no image'],
  ['/gone', 'the server answers 404'],
  ['/packed', 'the server packs it (gzip)'],
  ['/round', 'there are more than 5 redirects'],
  ['/inside', '169.254.169.254 is at 169.254.169.254, which is no address of the public network'],
  ['/private-name', 'intranet.test is at 10.0.0.7, which is no address of the public network'],
  ['/file', 'file: is neither http: nor https:'],
  ['http://rebound.test/a.png', 'rebound.test is at 192.168.0.1'],
  ['http://nowhere.test/a.png', 'the server is not reached (ENOTFOUND)'],
  ['http://[::1]/a.png', 'is at ::1'],
  ['http://10.0.0.1/a.png', 'is at 10.0.0.1'],
  ['http://0x7f.1:1/a.png', 'the server is not reached (ECONNREFUSED)'],
  ['http://me:secret@example.test/a.png', 'the address holds a password'],
])('%s is not fetched: %s', async (path, fault) => {
  const { root, image } = await fetched(path);
  expect(image?.fault).toContain(fault);
  expect(await readdir(root)).toEqual([]);
});

it('asks nothing of a server that is at no public address', async () => {
  const address = `http://127.0.0.1:${port}/a.png`;
  const file = new VFile({ path: 'one.md', value: `![A](${address})` });
  await readRemoteImages(await folderOf({}), [file], { network: publicNetwork });
  expect(fetchedFor(file, address)?.fault).toContain('no address of the public network');
  expect(asked).toEqual([]);
});

it.each([
  ['/large', { size: 1000 }, 'it is larger than'],
  ['/slow', { time: 50 }, 'it takes longer than'],
  ['/a.png', { count: 0 }, 'more than 0 of them'],
  ['/a.png', { allTime: 0 }, 'all of them take longer than'],
  ['/a.png', { total: 0 }, 'all of them are larger than'],
])('%s with %o is too much', async (path, limits, fault) => {
  expect((await fetched(path, { limits })).image?.fault).toContain(fault);
});

it('says that it cannot be kept', async () => {
  // A file stands where the folder should.
  const root = await folderOf({ 'remote-images': '' });
  expect((await fetched('/a.png', { root })).image?.fault).toContain('cannot be kept');
});

it('is what a book asks for that says so, in its own texts and those of other programs', async () => {
  const { root, image } = await fetched('/a.png');
  asked = [];
  const text = `# One\n\n![A](http://example.test:${port}/a.png)\n`;
  await writeFiles(root, { 'book.yaml': 'title: T\nassets: { remote: true }\n', '01-one.md': text });
  const own = await readManuscript(root);
  expect(own.sources.map(({ file }) => fetchedFor(file, `http://example.test:${port}/a.png`))).toEqual([
    image,
  ]);
  await writeFiles(root, {
    'book.toml': '[book]\ntitle = "T"\n',
    'src/SUMMARY.md': '- [One](one.md)\n',
    'src/one.md': text,
  });
  const other = await readManuscript(root);
  expect(other.sources.map(({ file }) => fetchedFor(file, `http://example.test:${port}/a.png`))).toEqual([
    image,
  ]);
  await writeFiles(root, { 'book.yaml': 'title: T\n' });
  const without = await readManuscript(root);
  expect(String(without.sources[0]?.file)).not.toContain('a.png');
  expect(asked).toEqual([]);
});
