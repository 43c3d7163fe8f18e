import { expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { initialize, kinds } from '../../src/commands/init.ts';
import { folderOf } from '../builders/folder.ts';

test.each(await kinds())('a new book of the kind $name is built without a message', async (kind) => {
  const folder = await folderOf({});
  await initialize(folder, { title: 'The Tide', author: 'Jane Doe', language: 'en', kind, year: 2026 });
  const { ok, messages, pageMap } = await build(folder);
  expect(messages).toEqual([]);
  expect(ok).toBe(true);
  expect(pageMap?.pages.length).toBeGreaterThan(4);
});
