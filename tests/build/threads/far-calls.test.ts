import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { EnvironmentError, UsageError } from '../../../src/book/errors.ts';
import { answer, functionBehind, portTo, valueOf, type Later } from '../../../src/build/threads/far-calls.ts';
import { serve } from '../../../src/build/threads/serve.ts';

let close = (): void => undefined;
afterEach(() => close());

/** A function as another thread has it. */
function afar(called: Later): Later {
  const port = portTo(called);
  close = port.close;
  // Nothing else keeps this thread waiting for an answer.
  port.far.ref();
  return functionBehind(port.far);
}

describe('a function behind a port', () => {
  it('gives what the function gives, each call its own', async () => {
    const double = afar(async (number: number) => number * 2);
    expect(await Promise.all([double(1 as never), double(2 as never)])).toEqual([2, 4]);
  });

  it('takes along bytes that share their memory with nothing', async () => {
    const bytes = new Uint8Array(5000).fill(7);
    const take = afar(async () => bytes);
    expect(await take()).toEqual(new Uint8Array(5000).fill(7));
    expect(bytes.byteLength).toBe(0);
  });

  it('copies bytes that are part of others', async () => {
    const all = new Uint8Array(5000).fill(7);
    const take = afar(async () => all.subarray(0, 10));
    expect(await take()).toEqual(new Uint8Array(10).fill(7));
    expect(all.byteLength).toBe(5000);
  });

  it.each([
    ['EnvironmentError', new EnvironmentError('No browser', 'Install one.')],
    ['UsageError', new UsageError('There is no such folder')],
  ])('throws an %s as one, with all it says', async (_, error) => {
    const thrown = await afar(() => Promise.reject(error))().catch((caught: unknown) => caught);
    expect(thrown).toBeInstanceOf(error.constructor);
    expect(thrown).toEqual(error);
    expect((thrown as Error).stack).toBe(error.stack);
  });

  it('throws any other error with its words and its stack', async () => {
    const error = new TypeError('planted');
    const thrown = await afar(() => Promise.reject(error))().catch((caught: unknown) => caught);
    expect(thrown).toBeInstanceOf(Error);
    expect((thrown as Error).message).toBe('planted');
    expect((thrown as Error).stack).toBe(error.stack);
  });
});

describe('who serves', () => {
  /** The answer to one order. */
  async function ordered(port: MessagePort, task: string, ...given: unknown[]): Promise<unknown> {
    const answered = new Promise((resolve) => port.once('message', resolve));
    port.postMessage({ id: 3, task, given });
    return answered;
  }

  it('does what is ordered, loading at once what will be', async () => {
    const { port1, port2 } = new MessageChannel();
    close = () => port1.close();
    const loaded: string[] = [];
    const load = (name: string) => async () => {
      loaded.push(name);
      return (text: string) => `${name} ${text}`;
    };
    await serve(port2, { read: load('read'), judge: load('judge') }, ['judge']);
    expect(loaded).toEqual(['judge']);
    expect(await ordered(port1, 'read', 'all')).toEqual({ id: 3, value: 'read all' });
    expect(await ordered(port1, 'write')).toMatchObject({ error: { message: 'Nobody does this: write' } });
  });
});

it('an answer has the value or the error', async () => {
  const { message } = await answer(1, async () => ['plain']);
  expect(valueOf(message)).toEqual(['plain']);
  const failed = await answer(2, () => Promise.reject(new Error('planted')));
  expect(() => valueOf(failed.message)).toThrow('planted');
});
