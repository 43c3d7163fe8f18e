/** Starts the browser, opens what save-printable saved, prints it once, and stops: FOLDER. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startBrowser } from './lib/emit/pdf/browser/browser.js';

const [folder] = process.argv.slice(2);
const types = {
  html: 'text/html',
  css: 'text/css',
  ttf: 'font/ttf',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
};
const { browser } = await startBrowser(process.env.PUPPETEER_EXECUTABLE_PATH);
try {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', async (request) => {
    const { pathname } = new URL(request.url());
    const file = pathname === '/' ? 'index.html' : decodeURIComponent(pathname);
    const body = await readFile(join(folder, file)).catch(() => Buffer.alloc(0));
    await request.respond({ contentType: types[file.split('.').at(-1)] ?? 'application/octet-stream', body });
  });
  await page.goto('https://book.invalid/', { timeout: 0 });
  await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: false,
    timeout: 0,
  });
} finally {
  await browser.close();
}
