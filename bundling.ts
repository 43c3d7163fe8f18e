import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown, type Plugin } from 'rolldown';

/** The folder of the scripts that run in pages. */
const inPage = fileURLToPath(new URL('src/emit/in-page/', import.meta.url));

/**
 * Lets modules import scripts that run in pages as text: `#in-page/cover` is what
 * src/emit/in-page/cover.ts and all it imports come to.
 */
export function scriptsAsText(): Plugin {
  const marked = '\0script:';
  return {
    name: 'scripts-as-text',
    resolveId: {
      order: 'pre',
      handler: (source) => {
        const name = /^#in-page\/(.+)$/.exec(source)?.[1];
        return name === undefined ? null : `${marked}${inPage}${name}.ts`;
      },
    },
    async load(id) {
      if (!id.startsWith(marked)) return null;
      const { code, modules } = await bundle(id.slice(marked.length));
      for (const module of modules) this.addWatchFile(module);
      return `export default ${JSON.stringify(code)};`;
    },
  };
}

/**
 * Lets tests start the thread beside a build: a thread can run compiled modules only, so what
 * src/worker.ts and all of the program that it imports come to is put into a folder of its own.
 */
export function workerOfTests(): Plugin {
  return {
    name: 'worker-of-tests',
    async load(id) {
      if (!id.endsWith('/src/build/threads/worker-address.ts')) return null;
      const build = await rolldown({
        input: fileURLToPath(new URL('src/worker.ts', import.meta.url)),
        platform: 'node',
        external: /^[^./#\0]/,
        plugins: [scriptsAsText()],
        experimental: { attachDebugInfo: 'none' },
      });
      const dir = fileURLToPath(new URL('lib/worker-of-tests/', import.meta.url));
      const { output } = await build.write({ dir, format: 'esm' });
      await build.close();
      for (const module of output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : [])))
        if (!module.startsWith('\0')) this.addWatchFile(module);
      return `export const workerAddress = new URL(${JSON.stringify(pathToFileURL(`${dir}worker.js`).href)});`;
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
