import { expect, it } from 'vitest';
import { exportedLiteral } from '../../../src/read/sources/js-literal.ts';

it.each([
  ["module.exports = { title: 'A', entry: ['a.md', `b.md`] }", { title: 'A', entry: ['a.md', 'b.md'] }],
  ["const list = ['a.md'];\nexport default { entry: [...list, 'b' + '.md'] };", { entry: ['a.md', 'b.md'] }],
  ["import { defineConfig } from 'x';\nexport default defineConfig({ a: 1 });", { a: 1 }],
  ["const c = { a: process.env.A, 'b': true };\nmodule.exports = c;", { a: undefined, b: true }],
  ['module.exports = (() => { throw 1 })()', undefined],
  ['const a = b; const b = a; export default a;', undefined],
  ['not a module {', undefined],
])('%s', (source, value) => {
  expect(exportedLiteral(source)).toEqual(value);
});
