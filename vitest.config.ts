import { fileURLToPath } from 'node:url';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { scriptsAsText, workerOfTests } from './bundling.ts';

const slow = ['tests/e2e/**', 'tests/fuzz/**', 'tests/outside/**', 'tests/**/*.browser.test.ts'];

export default defineConfig({
  plugins: [scriptsAsText(), workerOfTests()],
  test: {
    // A test that asserts nothing cannot fail.
    expect: { requireAssertions: true },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The main process of the tests has little to do, so none of the cores is left to it.
    maxWorkers: availableParallelism(),
    // One worker loads our modules once and keeps its browser for all its files.
    isolate: false,
    unstubGlobals: true,
    unstubEnvs: true,
    // Each book costs Java seconds; tests/outside has the official EPUBCheck judge whole books.
    env: { EPUBCHECK: 'off' },
    projects: [
      {
        extends: true,
        // The inner loop: no browser, nothing outside of Node.js. A test that starts a browser here fails.
        resolve: {
          alias: {
            'puppeteer-core': fileURLToPath(new URL('tests/support/no-puppeteer.ts', import.meta.url)),
          },
        },
        test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: slow },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          globalSetup: 'tests/support/run-folder.ts',
          include: slow.map((each) => each.replace(/\*\*$/, '**/*.test.ts')),
        },
      },
    ],
  },
});
