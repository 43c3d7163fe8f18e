import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'rolldown';
import { expect, it } from 'vitest';
import { traceInSources } from '../../src/cli/trace-in-sources.ts';
import { folderOf } from '../builders/folder.ts';

const boom = '\n\nexport function boom(): never {\n  throw new Error("It broke");\n}\n';

it('names the sources of a bundle', async () => {
  const folder = await folderOf({
    'src/boom.ts': boom,
    'src/main.ts': "export { boom } from './boom.ts';\n",
  });
  const file = join(folder, 'lib/main.js');
  await build({
    input: join(folder, 'src/main.ts'),
    output: { file, sourcemap: true, sourcemapExcludeSources: true },
  });
  const trace = `Error: It broke\n    at boom (${pathToFileURL(file).href}:3:8)\n    at node:internal/x:1:2`;
  expect(await traceInSources(trace)).toBe(
    'Error: It broke\n    at boom (src/boom.ts:4:9)\n    at node:internal/x:1:2',
  );
});

it('leaves places without a map as they are', async () => {
  const trace = 'Error: It broke\n    at file:///nowhere/at-all.js:3:8';
  expect(await traceInSources(trace)).toBe(trace);
});
