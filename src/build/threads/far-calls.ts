import { MessageChannel, type MessagePort, type Transferable } from 'node:worker_threads';
import type { Answer } from './messages.ts';
import { packError, unpackError } from './pack-error.ts';

/** What is called over a port. */
type Call = { readonly id: number; readonly given: ReadonlyArray<unknown> };

/** A function that answers later. */
export type Later = (...given: ReadonlyArray<never>) => Promise<unknown>;

/** A port through which another thread calls a function of this one, and that must be closed. */
export function portTo(called: Later): { readonly far: MessagePort; readonly close: () => void } {
  const { port1: near, port2: far } = new MessageChannel();
  near.on('message', ({ id, given }: Call) => {
    void answer(id, async () => called(...(given as never[]))).then(({ message, moved }) =>
      near.postMessage(message, moved),
    );
  });
  return { far, close: () => near.close() };
}

/** The function behind a port. */
export function functionBehind(port: MessagePort): Later {
  const waiting = new Map<number, (answered: Answer) => void>();
  let calls = 0;
  port.on('message', (answered: Answer) => {
    waiting.get(answered.id)?.(answered);
    waiting.delete(answered.id);
  });
  // Who waits for an answer is kept by its own work.
  port.unref();
  return async (...given) => {
    const id = calls++;
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    port.postMessage({ id, given } satisfies Call);
    return valueOf(await answered);
  };
}

/** What came of some work, and the bytes in it that go along without being copied. */
export async function answer(
  id: number,
  work: () => Promise<unknown>,
): Promise<{ readonly message: Answer; readonly moved: ReadonlyArray<Transferable> }> {
  try {
    const value = await work();
    return { message: { id, value }, moved: wholeBuffers(value) };
  } catch (error) {
    return { message: { id, error: packError(error) }, moved: [] };
  }
}

/**
 * What was answered.
 *
 * @throws what was thrown
 */
export function valueOf(answered: Answer): unknown {
  if ('error' in answered) throw unpackError(answered.error);
  return answered.value;
}

/** Bytes that share their memory with nothing else need not be copied by those who give them away. */
function wholeBuffers(value: unknown): Transferable[] {
  if (!(value instanceof Uint8Array)) return [];
  const { buffer, byteLength } = value;
  return buffer instanceof ArrayBuffer && byteLength === buffer.byteLength ? [buffer] : [];
}
