import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EnvironmentError } from '../../../src/book/errors.ts';
import { startBrowser } from '../../../src/emit/pdf/browser/browser.ts';
import { print } from '../../../src/emit/pdf/print.ts';
import type { Resource } from '../../../src/emit/page-server.ts';

/** The process ids of the tabs of a browser, by its id. */
function renderersOf(browser: number): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return command.includes('--type=renderer') && ancestorsOf(pid).includes(browser);
      } catch {
        // The process has ended meanwhile.
        return false;
      }
    });
}

function ancestorsOf(pid: number): number[] {
  const parent = Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  return parent > 1 ? [parent, ...ancestorsOf(parent)] : [];
}

/** What comes of a print whose tab dies. */
async function crashed(pictures: number): Promise<unknown> {
  const { browser } = await startBrowser(undefined);
  try {
    const html = `<!doctype html><html lang="en"><title>T</title><body><section id="a">${'<p>Text</p>'.repeat(5000)}</section>`;
    const picture = { bytes: { file: '/none.jpg', length: pictures, sha256: '' }, mediaType: 'image/jpeg' };
    return await print(
      browser,
      new Map<string, Resource>([
        ['/', { bytes: html, mediaType: 'text/html' }],
        ['/none.jpg', picture],
      ]),
      {
        sections: [{ id: 'a', opens: 'any', head: '', furniture: 'none' }],
        textWidth: 1e6,
        bookHead: '',
        firstBody: 'a',
      },
      {
        onPrint: () => {
          for (const pid of renderersOf(browser.process()?.pid ?? 0)) process.kill(pid, 'SIGKILL');
        },
      },
    ).catch((error: unknown) => error);
  } finally {
    await browser.close();
  }
}

test.runIf(process.platform === 'linux').each([
  [0, 'Run the build again'],
  [3e9, 'The pictures come to 3.0 GB, and Chrome prints no more than 2'],
])(
  'a tab that dies while it paints is told of at once (%d bytes of pictures)',
  async (pictures, hint) => {
    const error = await crashed(pictures);
    expect(error).toBeInstanceOf(EnvironmentError);
    expect((error as EnvironmentError).hint).toContain(hint);
  },
  30_000,
);
