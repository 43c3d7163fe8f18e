import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Bytes } from '../../book/bytes.ts';
import { EnvironmentError } from '../../book/errors.ts';
import type { MadePicture, PictureWish } from './make-picture.ts';
import type { PictureMaking } from './picture-of.ts';
import { programAddress } from './program-address.ts';

/** What the process is asked for. */
export interface PictureOrder {
  readonly id: number;
  readonly bytes: Bytes;
  readonly wish: PictureWish;
}

/** What it answers: a picture, nothing where there is no library, or why there is none. */
export interface PictureAnswer {
  readonly id: number;
  readonly picture?: MadePicture | undefined;
  readonly fault?: string;
  /** What to do, where the fault is none of the picture. */
  readonly hint?: string;
}

/**
 * A process of its own that makes pictures. Decoders of hostile files run there, where they can bring down
 * nothing else, and what they leave of the memory goes with it. It begins with the first picture and does not
 * outlive the build.
 */
export class PictureProcess {
  #running: Running | undefined;
  #orders = 0;

  /**
   * Makes a picture of another.
   *
   * @throws Error where the picture cannot be decoded
   * @throws EnvironmentError where it was changed since it was read first
   */
  readonly make: PictureMaking = async (bytes, wish) => {
    const { child, waiting } = (this.#running ??= this.#start());
    const id = this.#orders++;
    const answered = new Promise<PictureAnswer>((resolve) => waiting.set(id, resolve));
    child.channel?.ref();
    child.send({ id, bytes, wish } satisfies PictureOrder);
    const { picture, fault, hint } = await answered;
    if (waiting.size === 0) child.channel?.unref();
    if (fault === undefined) return picture;
    throw hint === undefined ? new Error(fault) : new EnvironmentError(fault, hint);
  };

  /** Ends it; one that is asked for more begins anew. */
  end(): void {
    this.#running?.child.kill();
    this.#running = undefined;
  }

  #start(): Running {
    const child = fork(fileURLToPath(programAddress), {
      serialization: 'advanced',
      execArgv: [],
      // Each thread would keep a heap of its own.
      env: { ...process.env, MALLOC_ARENA_MAX: '1' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const running: Running = { child, waiting: new Map() };
    const take = (answer: PictureAnswer): void => {
      running.waiting.get(answer.id)?.(answer);
      running.waiting.delete(answer.id);
    };
    const onEnd = (): void => {
      if (this.#running === running) this.#running = undefined;
      for (const id of running.waiting.keys()) take({ id, fault: 'The decoder broke off' });
    };
    child.on('message', take);
    child.on('error', onEnd);
    child.on('exit', onEnd);
    child.unref();
    return running;
  }
}

interface Running {
  readonly child: ChildProcess;
  /** Who waits for an answer, by the id of the order. */
  readonly waiting: Map<number, (answer: PictureAnswer) => void>;
}
