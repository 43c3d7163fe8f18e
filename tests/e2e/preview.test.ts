import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fontconfigFile } from '../../src/emit/pdf/browser/fontconfig.ts';
import { ownCache, type OwnCache } from '../support/own-cache.ts';
import { sharedBrowser } from '../support/shared-browser.ts';

/*
 * The compiled command shows a folder, in which files are changed as editors do, in a real browser. `npm test`
 * compiles first.
 */
const command = new URL('../../lib/cli.js', import.meta.url).pathname;

let folder: string;
let cache: OwnCache;
/** One as people have it: that of a build reaches nothing. */
let browser: Browser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'colophon-preview-'));
  cache = await ownCache(join(folder, 'cache'));
  const { choice } = await sharedBrowser();
  browser = await puppeteer.launch({
    executablePath: choice.executable,
    // A bare machine has no fonts, without which Chrome shows no page.
    env: { ...process.env, ...choice.env, FONTCONFIG_FILE: await fontconfigFile(folder, folder) },
    headless: 'shell',
    pipe: true,
    args: ['--no-sandbox', '--disable-gpu'],
  });
});
afterAll(() => browser.close());
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }));

const running = new Set<ChildProcess>();
const open = new Set<Page>();
afterEach(async () => {
  for (const page of open) await page.close();
  for (const child of running) {
    if (child.exitCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  running.clear();
  open.clear();
});

/** A book of two chapters and its preview. */
async function previewed(name: string, ...args: string[]) {
  return previewedAs('title: Book\nlanguage: en\nnotes: { place: chapter }\n', name, ...args);
}

/** The same with a book.yaml of its own. */
async function previewedAs(yaml: string, name: string, ...args: string[]) {
  const book = join(folder, name);
  await mkdir(book);
  const write = (path: string, words: string): Promise<void> => writeFile(join(book, path), words);
  await write('book.yaml', yaml);
  await write('01-one.md', '# One\n\nThe first words.[^1]\n\n[^1]: A note.\n');
  await write('02-two.md', '# Two\n\nThe second words.\n');
  const child = spawn(process.execPath, [command, 'preview', book, ...args], {
    env: { ...process.env, EPUBCHECK: 'off', XDG_CACHE_HOME: cache.home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const address = (): string => /http:\S+/.exec(stdout)?.[0] ?? '';
  await expect.poll(address, { timeout: 30_000 }).not.toBe('');
  return { book, child, write, url: address(), told: () => stderr };
}

async function shown(url: string): Promise<Page> {
  const page = await browser.newPage();
  open.add(page);
  await page.setViewport({ width: 1200, height: 800 });
  await page.goto(url);
  return page;
}

/** What stands on the pages that are in sight. */
function textOf(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.textLayer')].map(({ textContent }) => textContent).join('\n'),
  );
}

async function goTo(page: Page, label: string): Promise<void> {
  await page.evaluate((typed) => {
    const input = document.querySelector<HTMLInputElement>('#page')!;
    input.value = typed;
    input.dispatchEvent(new Event('change'));
  }, label);
}

function text(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, ({ textContent }) => textContent);
}

/** From now on: of how many prints the pages that were shown are put together. */
function printsOf(page: Page): () => number[] {
  const all: number[] = [];
  page.on('response', async (response) => {
    if (!/\/print\/\d+\.json$/.test(response.url())) return;
    const { pages } = (await response.json()) as { pages: ReadonlyArray<{ file: string }> };
    all.push(new Set(pages.map(({ file }) => file)).size);
  });
  return () => all;
}

/** From now on: the sizes that an element has had. */
async function sizesOf(page: Page, selector: string): Promise<() => Promise<string[]>> {
  const sizes = await page.evaluateHandle((wanted) => {
    const all: string[] = [];
    new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      all.push(`${width} × ${height}`);
    }).observe(document.querySelector(wanted)!);
    return all;
  }, selector);
  return () => sizes.jsonValue();
}

const patient = { timeout: 90_000, interval: 100 };

/** The answer to a request as no browser would make it. */
async function answer(
  url: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Readonly<Record<string, string>> } = {},
): Promise<{ status: number | undefined; headers: IncomingHttpHeaders }> {
  const { hostname, port, pathname } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ host: hostname, port, path: pathname, method, headers }, (response) => {
      response.destroy();
      resolve({ status: response.statusCode, headers: response.headers });
    })
      .on('error', reject)
      .end();
  });
}

describe('a preview', () => {
  it('shows the pages, and what is changed on disk', async () => {
    const { url, write } = await previewed('edited');
    const page = await shown(url);
    await page.waitForSelector('.page canvas', { timeout: 90_000 });
    await goTo(page, '1');
    await expect.poll(() => textOf(page), patient).toContain('The first words.');
    expect(await text(page, '#contents')).toMatch(/One.*1.*Two/s);
    const place = await page.$eval('#pages', ({ scrollTop }) => scrollTop);
    const sizes = await sizesOf(page, '#pages');
    await write('01-one.md', '# One\n\nThe changed words.[^1]\n\n[^1]: A note.\n');
    await expect.poll(() => textOf(page), patient).toContain('The changed words.');
    expect(await page.$eval('#pages', ({ scrollTop }) => scrollTop)).toBe(place);
    await expect.poll(() => page.$eval('#status', ({ className }) => className), patient).toBe('built');
    expect(await sizes()).toHaveLength(1);
  });

  it('shows letters that the book did not have before all of it is built', async () => {
    const { url, write } = await previewed('letters');
    const page = await shown(url);
    await page.waitForSelector('.page canvas', { timeout: 90_000 });
    await goTo(page, '2');
    await expect.poll(() => textOf(page), patient).toContain('The second words.');
    await expect.poll(() => page.$eval('#status', ({ className }) => className), patient).toBe('built');
    const prints = printsOf(page);
    await write('02-two.md', '# Two\n\nJürgen’s “Query”: 48 % of `{Zwölf}` = ½ Größe – œuvre, čaj, żółw!\n');
    await expect
      .poll(() => textOf(page), patient)
      .toMatch(/Jürgen’s “Query”: 48 % of .*½.*œuvre, čaj, żółw!/su);
    // Its answer may be read a moment after what it brings is shown.
    await expect.poll(prints, patient).toContain(2);
  });

  it('tells of errors, keeps the last good pages, and forgets errors that are mended', async () => {
    const { url, write } = await previewed('broken');
    const page = await shown(url);
    await page.waitForSelector('.page canvas', { timeout: 90_000 });
    await goTo(page, '1');
    await expect.poll(() => textOf(page), patient).toContain('The first words.');
    await write('book.yaml', 'title: [Book\nlanguage: en\n');
    await expect.poll(() => page.$eval('#status', ({ className }) => className), patient).toBe('errors');
    expect(await text(page, '#messages')).toContain('book.yaml:');
    expect(await textOf(page)).toContain('The first words.');
    const link = await page.$eval('#messages a', (anchor) => anchor.getAttribute('href'));
    expect(link).toMatch(/^vscode:\/\/file\/.*\/broken\/book\.yaml:\d+:\d+$/);
    await write('book.yaml', 'title: Mended\nlanguage: en\n');
    await expect.poll(() => page.$eval('#status', ({ className }) => className), patient).toBe('built');
    expect(await text(page, '#messages')).not.toContain('book.yaml:');
    expect(await text(page, '#title')).toBe('Mended');
  });

  it('shows at once what is wrong with a book that has no pages yet', async () => {
    const { url, write } = await previewedAs('title: [Book\n', 'begun');
    const page = await shown(url);
    const isHidden = (): Promise<boolean> => page.$eval('#messages', (list) => list.hasAttribute('hidden'));
    await expect.poll(isHidden, patient).toBe(false);
    expect(await text(page, '#messages')).toContain('book.yaml:1:');
    // All three tabs have room beside each other.
    expect(await page.$eval('#lists', (tabs) => tabs.scrollWidth - tabs.clientWidth)).toBe(0);
    await page.click('#facts-tab');
    await write('book.yaml', 'titel: Book\n');
    await expect.poll(() => text(page, '#messages'), patient).toContain('titel');
    expect(await isHidden()).toBe(true);
  });

  it('says where on the page and in the manuscript something stands', async () => {
    const { url, write } = await previewed('placed');
    const page = await shown(url);
    await page.waitForSelector('.page canvas', { timeout: 90_000 });
    await write('02-two.md', '# Two\n\nThe second words.\n\nA mark[^gone] without a note.\n');
    await expect.poll(() => text(page, '#messages'), patient).toContain('02-two.md:5:');
    await write('02-two.md', '# Two\n\nThe second\nwords.\n\nMore.\n');
    await expect.poll(() => page.$eval('#status', ({ className }) => className), patient).toBe('built');
    await goTo(page, '2');
    await expect.poll(() => textOf(page), patient).toContain('More.');
    const at = await page.evaluate(() => {
      const spans = [...document.querySelectorAll('.textLayer span')];
      const { left, top } = spans.find(({ textContent }) => textContent === 'More.')!.getBoundingClientRect();
      return { x: left + 3, y: top + 3 };
    });
    await page.keyboard.down('Control');
    await page.mouse.click(at.x, at.y);
    await page.keyboard.up('Control');
    expect(await text(page, '#source')).toBe('02-two.md:6');
  });
});

it('lays spreads of a book from right to left the other way round', async () => {
  const { url, write } = await previewed('arabic');
  await write('book.yaml', 'title: كتاب\nlanguage: ar\n');
  await write('01-one.md', `# واحد\n\n${'هذا نص عن السفينة والبحر. '.repeat(400)}\n`);
  const page = await shown(url);
  await expect.poll(() => page.$eval('#pages', (each) => each.getAttribute('dir')), patient).toBe('rtl');
  const places = (row: number): Promise<number[]> =>
    page.$$eval(`#pages .row:nth-child(${row}) .page`, (all) =>
      all.map((each) => each.getBoundingClientRect().left),
    );
  const middle = await page.$eval('#pages', (each) => {
    const { left, width } = each.getBoundingClientRect();
    return left + width / 2;
  });
  const [first = 0] = await places(1);
  expect(first).toBeLessThan(middle - 50);
  const [second = 0, third = 0] = await places(2);
  expect(second).toBeGreaterThan(third);
  const sides = await page.$$eval('#pages .page', (all) =>
    all.slice(0, 3).map(({ classList }) => classList.contains('left')),
  );
  expect(sides).toEqual([true, false, true]);
});

describe('its e-book', () => {
  /** What is shown of it. */
  const textOfBook = async (page: Page): Promise<string> => {
    const texts = await Promise.all(
      page.frames().map((frame) => frame.evaluate(() => document.body.textContent).catch(() => '')),
    );
    return texts.slice(1).join('\n');
  };

  it('is shown in a reading engine, at the place where one reads', async () => {
    const { url, write } = await previewed('read');
    const page = await shown(url);
    await page.waitForSelector('#book-tab:not([hidden])', { timeout: 90_000 });
    await page.click('#book-tab');
    await page.waitForSelector('#contents button', { timeout: 90_000 });
    await page.evaluate(() => {
      const buttons = [...document.querySelectorAll<HTMLElement>('#contents button')];
      buttons.find(({ textContent }) => textContent.includes('Two'))?.click();
    });
    await expect.poll(() => textOfBook(page), patient).toContain('The second words.');
    await write('02-two.md', '# Two\n\nThe other words.\n');
    await expect.poll(() => textOfBook(page), patient).toContain('The other words.');
    await expect.poll(() => page.$eval('#status', ({ className }) => className), patient).toBe('built');
    await expect.poll(() => textOfBook(page), patient).toContain('The other words.');
    await expect.poll(async () => (await page.$$('foliate-paginator')).length, patient).toBe(1);
  });

  it('is as large as a device, and lit as it can be', async () => {
    const { url } = await previewed('lit');
    const page = await shown(url);
    await page.waitForSelector('#book-tab:not([hidden])', { timeout: 90_000 });
    await page.click('#book-tab');
    await page.select('#device', 'e-ink');
    await page.select('#paper', 'sepia');
    await page.select('#text-size', '160');
    const size = await page.evaluate(() => {
      const { width, height } = document.querySelector<HTMLElement>('#screen')!.style;
      return [width, height];
    });
    // The window is less high; shrunken, pages would be measured wrongly.
    expect(size).toEqual(['536px', expect.stringMatching(/^(?:6[5-9]|7[01])\dpx$/)]);
    const sizes = async (): Promise<unknown[]> =>
      Promise.all(
        page
          .frames()
          .slice(1)
          .map((frame) =>
            frame.evaluate(() => getComputedStyle(document.documentElement).fontSize).catch(() => ''),
          ),
      );
    await expect.poll(sizes, patient).toContain('25.6px');
    await page.select('#device', 'tablet');
    const width = async (): Promise<unknown[]> =>
      page.$$eval('#screen', ([screen]) => [screen?.clientWidth, screen?.getBoundingClientRect().width]);
    await expect.poll(width, patient).toEqual([768, 768]);
  });
});

describe('its server', () => {
  it('answers nobody who does not know the token, or whom another name led here', async () => {
    const { url, book } = await previewed('guarded');
    const { port, origin, pathname } = new URL(url);
    expect(new URL(url).hostname).toBe('127.0.0.1');
    const { status, headers } = await answer(url);
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['access-control-allow-origin']).toBeUndefined();
    const wrong = pathname.replace(/^\/./, (start) => (start === '/a' ? '/b' : '/a'));
    for (const path of ['/', '/events', '/page.js', wrong, `${wrong}events`, pathname.slice(0, -1)])
      expect([path, (await answer(`${origin}${path}`)).status]).toEqual([path, 404]);
    for (const path of ['nothing', 'print/1.json/..', '../package.json', '%2e%2e/package.json'])
      expect((await answer(`${url}${path}`)).status).toBe(404);
    for (const host of ['evil.example', `evil.example:${port}`, `127.0.0.1.evil.example:${port}`])
      expect((await answer(url, { headers: { host } })).status).toBe(403);
    expect((await answer(url, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    const before = readdirSync(book).map((name) => [name, readFileSync(join(book, name), 'utf8')]);
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'])
      expect([method, (await answer(`${url}01-one.md`, { method })).status]).toEqual([method, 405]);
    expect(readdirSync(book).map((name) => [name, readFileSync(join(book, name), 'utf8')])).toEqual(before);
  });

  it('leaves nothing running and nothing behind when it ends', async () => {
    const { url, child } = await previewed('ended');
    const page = await shown(url);
    await page.waitForSelector('.page canvas', { timeout: 90_000 });
    child.kill('SIGINT');
    await once(child, 'exit');
    expect(child.exitCode).toBe(130);
    await expect.poll(() => cache.browsers(), patient).toEqual([]);
    await expect.poll(() => cache.passing(), patient).toEqual([]);
    await expect.poll(() => text(page, '#status'), patient).toBe('The preview has ended');
  });

  it.each([
    [['--port', '99999'], '--port takes a number'],
    [['--port', 'x'], '--port takes a number'],
    [['one', 'two'], 'One manuscript folder at a time'],
    [['nowhere'], 'does not exist'],
  ])('does not begin with %j', async (args, reason) => {
    const child = spawn(process.execPath, [command, 'preview', ...args], { cwd: folder });
    let told = '';
    child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
    await once(child, 'exit');
    expect(child.exitCode).toBe(2);
    expect(told).toContain(reason);
  });
});

/** How many files a process has open; none where the system does not say. */
function openFiles({ pid }: ChildProcess): number {
  const files = `/proc/${pid}/fd`;
  return existsSync(files) ? readdirSync(files).length : 0;
}

it('takes no more after many edits than after some', async () => {
  const { url, write, child } = await previewed('often');
  const page = await shown(url);
  await page.waitForSelector('.page canvas', { timeout: 90_000 });
  await goTo(page, '1');
  const edit = async (number: number): Promise<void> => {
    await write('01-one.md', `# One\n\nEdit ${number}.[^1]\n\n[^1]: A note.\n`);
    await expect.poll(() => textOf(page), patient).toContain(`Edit ${number}.`);
  };
  for (let number = 1; number <= 4; number++) await edit(number);
  const [files, canvases] = [openFiles(child), (await page.$$('canvas')).length];
  for (let number = 5; number <= 24; number++) await edit(number);
  expect(openFiles(child)).toBeLessThanOrEqual(files + 2);
  expect((await page.$$('canvas')).length).toBeLessThanOrEqual(canvases);
  expect(page.workers().length).toBeLessThanOrEqual(2);
});
