import { fileURLToPath } from 'node:url';
import type { RolldownOptions } from 'rolldown';
import { scriptsAsText, withoutNamesOfNodes, withQuickBase64 } from './bundling.ts';
import { thirdParty } from './third-party.ts';

/** What the program is started by; each further entry is a line here. */
const entries = {
  cli: 'src/cli.ts',
  index: 'src/index.ts',
  worker: 'src/worker.ts',
  pictures: 'src/pictures.ts',
  previewer: 'src/previewer.ts',
  releaser: 'src/releaser.ts',
};

/**
 * Packages that stay packages: those that look for files beside their modules (fonts, patterns,
 * WebAssembly, browsers, libraries of machine code), those under a licence that asks for more than a notice, and those that are
 * one file already. They are the dependencies of what is published, or its optional peers; all others are needed to
 * compile.
 */
const packages = [
  '@likecoin/epubcheck-ts',
  '@sparticuz/chromium',
  'bullmq',
  'bwip-js',
  'citeproc',
  'hyphen',
  'ioredis',
  'jscolorengine',
  'libxml2-wasm',
  'pdfjs-dist',
  'sharp',
  'subset-font',
];

/** It stays one for what downloads a browser, and opens the network for that; what puppeteer has of it does not. */
const downloading = '@puppeteer/browsers';

/** The program as it is published: what starts it, and in chunks what is loaded once it is needed. */
export default {
  input: entries,
  platform: 'node',
  external: (id, importer = '') =>
    packages.some((name) => id === name || id.startsWith(`${name}/`)) ||
    (id === downloading && importer.endsWith('downloaded-browser.ts')),
  resolve: {
    // Of a package that has both, the modules: what nobody uses of them is left out.
    mainFields: ['module', 'main'],
    // What puppeteer and epub-gen-memory fetch files from the network with, or reach browsers on others, which we never
    // ask them for.
    alias: {
      'node-fetch': false,
      'proxy-agent': false,
      ws: false,
      '@citation-js/core$': fileURLToPath(
        new URL('src/read/citations/bibtex/citation-js-core.ts', import.meta.url),
      ),
    },
  },
  plugins: [
    scriptsAsText(),
    withoutNamesOfNodes(),
    withQuickBase64(),
    thirdParty({ notices: 'third-party-notices.txt', packages: 'packages.json' }),
  ],
  // No paths of the machine in what is released.
  experimental: { attachDebugInfo: 'none' },
  output: {
    dir: 'lib',
    format: 'esm',
    chunkFileNames: 'chunks/[name]-[hash].js',
    sourcemap: true,
    sourcemapExcludeSources: true,
  },
} satisfies RolldownOptions;
