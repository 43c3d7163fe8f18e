import { afterEach, describe, expect, it } from 'vitest';
import { EnvironmentError } from '../../../src/book/errors.ts';
import { Thread } from '../../../src/build/threads/thread.ts';
import { workerAddress } from '../../../src/build/threads/worker-address.ts';
import { makeEpub } from '../../preflight/epub/make-epub.ts';

let thread: Thread;
afterEach(() => thread.end());

/** A thread that does with each order what a script says. */
function made(script: string, megabytes?: number): Thread {
  const program = `import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ id, task, given }) => { ${script} });`;
  const limits = megabytes === undefined ? {} : { maxOldGenerationSizeMb: megabytes };
  thread = new Thread(new URL(`data:text/javascript,${encodeURIComponent(program)}`), [], limits);
  return thread;
}

describe('a thread', () => {
  it('does one task after the other', async () => {
    const log: string[] = [];
    made('setTimeout(() => parentPort.postMessage({ id, value: task }), given[0]);');
    const slow = thread.run('slow', [50], () => log.push('slow begins')).then(() => log.push('slow'));
    const fast = thread.run('fast', [0], () => log.push('fast begins')).then(() => log.push('fast'));
    await Promise.all([slow, fast]);
    expect(log[0]).toBe('slow begins');
    expect(log.at(-1)).toBe('fast');
    expect(log.indexOf('fast begins')).toBeGreaterThan(log.indexOf('slow begins'));
  });

  it('calls a function where it is', async () => {
    made(`const [port] = given;
port.once('message', ({ value }) => parentPort.postMessage({ id, value: 'got ' + value }));
port.postMessage({ id: 0, given: [20] });`);
    expect(await thread.run('ask', [async (number: number) => number + 1])).toBe('got 21');
  });

  it('begins anew when the tasks before are done, with what it is then given', async () => {
    const counting = `import { parentPort, workerData } from 'node:worker_threads';
let done = 0;
parentPort.on('message', ({ id, task }) => parentPort.postMessage({ id, value: [task, workerData, ++done] }));`;
    thread = new Thread(new URL(`data:text/javascript,${encodeURIComponent(counting)}`), ['a']);
    const before = [thread.run('first', []), thread.run('second', [])];
    thread.renew(['b']);
    const after = thread.run('third', []);
    expect(await Promise.all([...before, after])).toEqual([
      ['first', ['a'], 1],
      ['second', ['a'], 2],
      ['third', ['b'], 1],
    ]);
  });

  it('loads what it will be told to do when the tasks before are done', async () => {
    const counting = `import { parentPort } from 'node:worker_threads';
const heard = [];
parentPort.on('message', (message) => {
  heard.push(message.ahead ?? message.task);
  if (message.id !== undefined) setTimeout(() => parentPort.postMessage({ id: message.id, value: heard }), 20);
});`;
    thread = new Thread(new URL(`data:text/javascript,${encodeURIComponent(counting)}`), []);
    const first = thread.run('first', []);
    thread.loadAhead(['second']);
    expect(await first).toEqual(['first']);
    expect(await thread.run('second', [])).toEqual(['first', ['second'], 'second']);
  });

  it('goes on after a task that failed', async () => {
    made(`parentPort.postMessage(task === 'fail'
  ? { id, error: { name: 'Error', message: 'planted' } } : { id, value: task });`);
    const failed = thread.run('fail', []);
    const next = thread.run('next', []);
    await expect(failed).rejects.toThrow('planted');
    expect(await next).toBe('next');
  });

  it('fails what waits when it stops, and what is asked of it later', async () => {
    made('process.exit(7);');
    const [first, second] = await Promise.allSettled([thread.run('first', []), thread.run('second', [])]);
    expect(first).toMatchObject({ reason: { message: 'A thread of the build stopped with status 7' } });
    expect(first).toMatchObject({ reason: expect.any(EnvironmentError) });
    expect(second.status).toBe('rejected');
    await expect(thread.run('third', [])).rejects.toThrow(EnvironmentError);
  });

  it('fails with the error that nobody caught in it', async () => {
    made("throw new Error('planted');");
    await expect(thread.run('first', [])).rejects.toThrow('planted');
  });

  it('fails when its memory is full', async () => {
    made('const kept = []; for (;;) kept.push(new Array(1000).fill(id + Math.random()));', 16);
    const failed = thread.run('fill', []);
    await expect(failed).rejects.toThrow(EnvironmentError);
    await expect(failed).rejects.toThrow('not enough memory');
  });

  it('does nothing any more once it was ended, and does not start', async () => {
    made('');
    const waiting = thread.run('never', []);
    thread.start();
    await thread.end();
    await expect(waiting).rejects.toThrow(EnvironmentError);
    const ended = made('');
    await ended.end();
    await expect(ended.run('late', [])).rejects.toThrow('The build has ended');
  });

  it('runs the program of builds', async () => {
    thread = new Thread(workerAddress, ['judge the EPUB']);
    const epub = await makeEpub('<p>Text</p>');
    expect(await thread.run('judge the EPUB', [epub, 'book.epub'])).toEqual([]);
    await expect(thread.run('prove the EPUB', [new Uint8Array(9), { notes: [], text: [] }])).rejects.toThrow(
      'zip',
    );
  });
});
