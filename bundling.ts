import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown, type Plugin } from 'rolldown';

/** The folders of the scripts that run in pages, by what stands for them. */
const folders: Readonly<Record<string, string>> = {
  'in-page': fileURLToPath(new URL('src/emit/in-page/', import.meta.url)),
  'preview-page': fileURLToPath(new URL('src/preview/page/', import.meta.url)),
  'site-page': fileURLToPath(new URL('src/emit/site/page/', import.meta.url)),
};

/**
 * Lets modules import scripts that run in pages as text: `#in-page/cover` is what
 * src/emit/in-page/cover.ts and all it imports come to, `#preview-page/page` is src/preview/page/page.ts,
 * `#site-page/search` src/emit/site/page/search.ts.
 */
export function scriptsAsText(): Plugin {
  const marked = '\0script:';
  return {
    name: 'scripts-as-text',
    resolveId: {
      order: 'pre',
      handler: (source) => {
        const [, kind = '', name] = /^#([\w-]+)\/(.+)$/.exec(source) ?? [];
        const folder = folders[kind];
        return folder === undefined ? null : `${marked}${folder}${name}.ts`;
      },
    },
    async load(id) {
      if (!id.startsWith(marked)) return null;
      const { code, modules } = await bundle(id.slice(marked.length));
      for (const module of modules) this.addWatchFile(module);
      return { code: `export default ${JSON.stringify(code)};`, meta: { modules } };
    },
  };
}

/**
 * Takes out of unist-util-visit-parents what serves debuggers alone: it makes a function for each node and gives it
 * the name of the node, which took a fourteenth of the time of an EPUB.
 */
export function withoutNamesOfNodes(): Plugin {
  return {
    name: 'without-names-of-nodes',
    transform: {
      filter: { id: /[\\/]unist-util-visit-parents[\\/]lib[\\/]index\.js$/ },
      handler(code) {
        const naming = /Object\.defineProperty\(visit, 'name', \{.*?\}\)/s;
        if (!naming.test(code)) this.error('It names its functions in another way now');
        // The lines stay where they are, for the maps.
        return { code: code.replace(naming, (lines) => lines.replaceAll(/.+/g, '')), map: null };
      },
    },
  };
}

/**
 * Has puppeteer make base64 as Node.js does, of what the browser asks for: it does it character by character, which took
 * a tenth of a second for a long book.
 */
export function withQuickBase64(): Plugin {
  return {
    name: 'with-quick-base64',
    transform: {
      filter: { id: /[\\/]puppeteer-core[\\/]lib[\\/].*[\\/]util[\\/]encoding\.js$/ },
      handler(code) {
        const slow = /(export function typedArrayToBase64\(typedArray\) \{)(.*?)(\n\})/s;
        if (!slow.test(code)) this.error('It makes base64 in another way now');
        const quick =
          "return Buffer.from(typedArray.buffer, typedArray.byteOffset, typedArray.byteLength).toString('base64');";
        // The lines stay where they are, for the maps.
        const body = (lines: string): string => quick + lines.replaceAll(/.+/g, '');
        return { code: code.replace(slow, (_, head, lines, end) => head + body(lines) + end), map: null };
      },
    },
  };
}

/** The modules that say where a program beside that of the build is: the name of it, and of what they export. */
const besides = [
  { module: '/src/build/threads/worker-address.ts', program: 'worker', exported: 'workerAddress' },
  { module: '/src/preview/builds/program-address.ts', program: 'previewer', exported: 'previewerAddress' },
  { module: '/src/series/program-address.ts', program: 'releaser', exported: 'releaserAddress' },
  { module: '/src/machine/pictures/program-address.ts', program: 'pictures', exported: 'programAddress' },
];

/**
 * Lets tests start the thread and the process beside a build: they can run compiled modules only, so what
 * src/worker.ts, src/pictures.ts, src/previewer.ts or src/releaser.ts and all that it imports come to is put into a folder of its own.
 */
export function workerOfTests(): Plugin {
  return {
    name: 'worker-of-tests',
    async load(id) {
      const beside = besides.find(({ module }) => id.endsWith(module));
      if (beside === undefined) return null;
      const { program, exported } = beside;
      const build = await rolldown({
        input: fileURLToPath(new URL(`src/${program}.ts`, import.meta.url)),
        platform: 'node',
        external: /^[^./#\0]/,
        plugins: [scriptsAsText()],
        experimental: { attachDebugInfo: 'none' },
      });
      const dir = fileURLToPath(new URL(`lib/${program}-of-tests/`, import.meta.url));
      const { output } = await build.write({ dir, format: 'esm' });
      await build.close();
      for (const module of output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : [])))
        if (!module.startsWith('\0')) this.addWatchFile(module);
      const { href } = pathToFileURL(`${dir}${program}.js`);
      return `export const ${exported} = new URL(${JSON.stringify(href)});`;
    },
  };
}

/** A module and all it imports as one expression, whose value is what the module exports. */
async function bundle(input: string): Promise<{ code: string; modules: ReadonlyArray<string> }> {
  const build = await rolldown({
    input,
    platform: 'browser',
    // The value of the expression is all that is wanted.
    checks: { missingNameOptionForIifeExport: false },
    experimental: { attachDebugInfo: 'none' },
  });
  try {
    const [script] = (await build.generate({ format: 'iife', comments: false })).output;
    return { code: script.code, modules: script.moduleIds };
  } finally {
    await build.close();
  }
}
