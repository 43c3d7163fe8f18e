import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Thread } from '../../src/build/threads/thread.ts';
import { workerAddress } from '../../src/build/threads/worker-address.ts';
import { filesAhead } from '../../src/markdown/ahead/files-ahead.ts';
import { parseManuscript } from '../../src/markdown/parse-manuscript.ts';
import { manuscript } from '../builders/manuscript.ts';

it('parses files on two threads at once, and waits for the one that the other is at work on', async () => {
  const text = `# A\n\n${'*One* sentence with a note.[^a] And “more”.\n\n'.repeat(1500)}[^a]: A note.\n`;
  const files = { 'a.md': text, 'b.md': text, 'c.md': text, 'd.md': text };
  const source = manuscript(files);
  const ahead = filesAhead(source);
  if (ahead === undefined) throw new Error('nothing to parse ahead');
  const thread = new Thread(workerAddress, []);
  const done = thread.run('parse files', [ahead.order]);
  const written = new Int32Array(ahead.order.board);
  // The last file is taken, and perhaps done.
  const state = 1 + 3 * 3;
  while (Atomics.load(written, state) === 0) await setTimeout(1);
  const book = parseManuscript(source, { ahead });
  await done;
  await thread.end();
  expect(written[0]).toBeGreaterThan(0);
  const here = parseManuscript(manuscript(files));
  expect(book.notes.map(({ id }) => id)).toEqual(here.notes.map(({ id }) => id));
  expect(book.body.map(({ tree }) => JSON.stringify(tree))).toEqual(
    here.body.map(({ tree }) => JSON.stringify(tree)),
  );
});
