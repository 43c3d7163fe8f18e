/**
 * Measures how long it takes from saving a chapter to its new pages on the screen, in a preview of a real manuscript
 * and a real browser: of the printed pages, and of the e-book.
 *
 *   node bench/preview.mjs FOLDER FILE [EDITS] [PAUSE]
 *
 * A copy of the folder is previewed; in FILE, a path in it, a word of the first long paragraph is changed, which by
 * default is done 20 times for each view. Each edit waits until the book has been built and has been shown, as where one thinks
 * between two saves; a second round does not wait, as where one saves again and again. With a PAUSE, in milliseconds,
 * there is the second round alone, with that pause between edits.
 */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { startBrowser } from './lib/emit/pdf/browser/browser.js';
import { median, seconds } from './measure.mjs';

const [given, file, edits = '20', pause] = process.argv.slice(2);
const temporary = await mkdtemp(join(tmpdir(), 'colophon-bench-'));
const book = join(temporary, 'book');
const command = fileURLToPath(new URL('../lib/cli.js', import.meta.url));
await cp(given, book, { recursive: true });
const chapter = join(book, file);
const written = await readFile(chapter, 'utf8');
const paragraph = written.split('\n\n').find((each) => /^[A-Z]/.test(each) && each.length > 200);
if (paragraph === undefined) throw new Error(`${file} has no long paragraph`);

/** A browser as readers have it, not one that builds. */
const { browser: own, choice } = await startBrowser(process.env.PUPPETEER_EXECUTABLE_PATH);
await own.close();
const child = spawn(process.execPath, [command, 'preview', book], {
  env: {
    ...process.env,
    EPUBCHECK: process.env.EPUBCHECK ?? 'off',
    XDG_CACHE_HOME: join(temporary, 'cache'),
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const browser = await puppeteer.launch({
  executablePath: choice.executable,
  env: { ...process.env, ...choice.env },
  headless: 'shell',
  pipe: true,
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1400, height: 900 });
  await page.goto(await addressOf(child));
  await built(page);
  // The reader has time to see the book, and the preview to get ready.
  await setTimeout(3000);
  await watchPages(page, 'Edited0');
  for (const waits of pause === undefined ? [true, false] : [false]) {
    console.log(await round('printed pages', page, waits, () => goToChapter(page)));
    console.log(await round('e-book', page, waits, () => openBook(page)));
  }
} finally {
  await browser.close();
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
  await rm(temporary, { recursive: true, force: true, maxRetries: 10 });
}

async function round(name, page, waits, open) {
  const times = [];
  await open();
  for (let number = 1; number <= Number(edits); number++) {
    const word = `Edited${number}`;
    const shown = page.evaluate((looked) => globalThis.isShown(looked), word);
    const began = Date.now();
    await write(word);
    times.push((await shown) - began);
    if (waits) await built(page);
    await setTimeout(Number(pause ?? 1000));
  }
  if (waits) await built(page);
  const all = times.map((time) => String(time)).join(' ');
  return `${name}, ${waits ? 'the book built between edits' : 'edits one after the other'}: median ${seconds(median(times))} (${all})`;
}

function write(word) {
  return writeFile(chapter, written.replace(paragraph, `${word} ${paragraph}`));
}

/** Waits until the last build has ended. */
async function built(page) {
  await setTimeout(250);
  await page.waitForFunction(() => document.querySelector('#status')?.className === 'built', {
    timeout: 600_000,
  });
}

/** Has the page tell when a word is on the screen: on a page that is drawn, or in the e-book. */
function watchPages(page) {
  return page.evaluate(() => {
    const isThere = (word) => {
      const layers = [...document.querySelectorAll('.page .textLayer')];
      const frames = [...document.querySelectorAll('foliate-paginator:not(.coming)')].flatMap(
        (each) => each.getContents?.().map(({ doc }) => doc) ?? [],
      );
      return [...layers, ...frames.map(({ body }) => body)].some((each) => each?.textContent.includes(word));
    };
    globalThis.isShown = async (word) => {
      const pages = document.querySelector('#pages');
      const sight = pages.getBoundingClientRect();
      const isInSight = ({ top, bottom }) => bottom > sight.top && top < sight.bottom;
      let drawn = 0;
      await new Promise((resolve) => {
        // To look at every frame would itself take a good part of the machine.
        const look = (changes) => {
          for (const { type, target } of changes)
            if (type === 'attributes' && isInSight(target.getBoundingClientRect())) drawn = Date.now();
          if (isThere(word)) resolve(observer.disconnect());
        };
        const observer = new MutationObserver(look);
        observer.observe(pages, { subtree: true, childList: true, attributeFilter: ['data-drawn'] });
        document.addEventListener('shown', () => look([]), { once: true });
      });
      return pages.hidden ? Date.now() : drawn;
    };
  });
}

async function goToChapter(page) {
  await page.click('#pages-tab').catch(() => undefined);
  await clickContents(page);
}

async function openBook(page) {
  await page.click('#book-tab');
  await page.waitForSelector('foliate-paginator:not(.coming)');
  await clickContents(page);
}

async function clickContents(page) {
  const title = (/^# (.+?)(?: \{.*)?$/m.exec(written)?.[1] ?? '').slice(0, 14);
  await page.waitForFunction(
    (wanted) => {
      const buttons = [...document.querySelectorAll('#contents button')];
      const button = buttons.find(({ textContent }) => textContent.includes(wanted));
      button?.click();
      return button !== undefined;
    },
    { timeout: 30_000 },
    title,
  );
  await setTimeout(2000);
}

async function addressOf({ stdout }) {
  let told = '';
  for await (const chunk of stdout.iterator({ destroyOnReturn: false })) {
    told += chunk;
    const [address] = /http:\S+/.exec(told) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('The preview did not start');
}
