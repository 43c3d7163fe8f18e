import { expect, it } from 'vitest';
import { exportedLiteral, modulesAskedFor } from '../../../src/read/sources/js-literal.ts';

it.each([
  ["module.exports = { title: 'A', entry: ['a.md', `b.md`] }", { title: 'A', entry: ['a.md', 'b.md'] }],
  ["const list = ['a.md'];\nexport default { entry: [...list, 'b' + '.md'] };", { entry: ['a.md', 'b.md'] }],
  ["import { defineConfig } from 'x';\nexport default defineConfig({ a: 1 });", { a: 1 }],
  ["const c = { a: process.env.A, 'b': true };\nmodule.exports = c;", { a: undefined, b: true }],
  ['module.exports = (() => { throw 1 })()', undefined],
  ['const a = b; const b = a; export default a;', undefined],
  ['not a module {', undefined],
  [
    "const l = ['a', 'b'];\nmodule.exports = [...l.map((n) => ({ path: `${n}.md` })), ...l.map((n) => n + '.md')]",
    [{ path: 'a.md' }, { path: 'b.md' }, 'a.md', 'b.md'],
  ],
  [
    "const l = [{ n: 'a' }];\nmodule.exports = l.map((x) => { if (x.n === 'b') { return 1; } return x.n; }).concat(['b'], lost)",
    ['a', 'b', undefined],
  ],
  ["module.exports = ['a'].map(run)", undefined],
  ["module.exports = fs.readdirSync('a')", undefined],
  ["module.exports = ['a.md', ...lost, 'b.md']", ['a.md', undefined, 'b.md']],
])('%s', (source, value) => {
  expect(exportedLiteral(source)).toEqual(value);
});

it.each([
  "const more = require('./more');\nmodule.exports = ['a.md', ...more];",
  "import more from './more';\nexport default ['a.md', ...more];",
])('with what another module exports: %s', (source) => {
  expect(modulesAskedFor(source)).toEqual(['./more']);
  expect(exportedLiteral(source, new Map([['./more', ['b.md']]]))).toEqual(['a.md', 'b.md']);
  expect(exportedLiteral(source)).toEqual(['a.md', undefined]);
});
