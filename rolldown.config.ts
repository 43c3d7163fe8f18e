import { defineConfig } from 'rolldown';
import { scripts, scriptsAsText } from './bundling.ts';

/** The scripts that run in pages, as the compiled modules import them: texts. */
export default defineConfig({
  input: Object.fromEntries(scripts.map((name) => [name, `#in-page/${name}`])),
  plugins: [scriptsAsText()],
  // No paths of the machine in what is released.
  experimental: { attachDebugInfo: 'none' },
  output: { dir: 'lib/in-page', format: 'esm' },
});
