import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EnvironmentError } from '../../../src/book/errors.ts';
import { startBrowser } from '../../../src/emit/pdf/browser/browser.ts';
import { print } from '../../../src/emit/pdf/print.ts';

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

test.runIf(process.platform === 'linux')(
  'a tab that dies while it paints is told of at once',
  async () => {
    const { browser } = await startBrowser(undefined);
    try {
      const html = `<!doctype html><html lang="en"><title>T</title><body><section id="a">${'<p>Text</p>'.repeat(5000)}</section>`;
      const printing = print(
        browser,
        new Map([['/', { bytes: html, mediaType: 'text/html' }]]),
        {
          sections: [{ id: 'a', opens: 'any', head: '', furniture: 'none' }],
          textWidth: 1e6,
          bookHead: '',
          firstBody: 'a',
        },
        {
          onPaint: () => {
            for (const pid of renderersOf(browser.process()?.pid ?? 0)) process.kill(pid, 'SIGKILL');
          },
        },
      );
      await expect(printing).rejects.toThrow(EnvironmentError);
    } finally {
      await browser.close();
    }
  },
  30_000,
);
