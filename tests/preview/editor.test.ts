import { expect, test } from 'vitest';
import { editorOf } from '../../src/preview/editor.ts';

test.each([
  [{}, 'vscode'],
  [{ EDITOR: 'vim' }, 'vscode'],
  [{ EDITOR: 'code --wait' }, 'vscode'],
  [{ EDITOR: '/usr/local/bin/zed -w' }, 'zed'],
  [{ EDITOR: 'C:\\Programs\\cursor.cmd' }, 'cursor'],
  [{ VISUAL: 'codium', EDITOR: 'nano' }, 'vscodium'],
  [{ VISUAL: 'nano', EDITOR: 'env X=1 webstorm --wait' }, 'idea'],
])('the editor of %j', (environment, scheme) => {
  expect(editorOf(environment)).toBe(scheme);
});
