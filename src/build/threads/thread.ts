import { Worker, type ResourceLimits, type Transferable } from 'node:worker_threads';
import { EnvironmentError } from '../../book/errors.ts';
import { portTo, valueOf, type Later } from './far-calls.ts';
import type { Announcement, Answer, Order } from './messages.ts';

/** A worker and what is heard of it. */
interface Running {
  readonly worker: Worker;
  /** Fails when the worker dies, whatever it dies of. */
  readonly death: Promise<never>;
}

/** A thread that does one task after the other. It does not keep the program running. */
export class Thread {
  readonly #start: (data: unknown) => Worker;
  #data: unknown;
  #running: Running | undefined;
  #isEnded = false;
  /** Ends with the task at work, and then with the next. */
  #last: Promise<unknown> = Promise.resolve();
  #answered: ((answer: Answer) => void) | undefined;
  #orders = 0;

  /**
   * @param program what it runs, which does what it is ordered
   * @param data given to the program
   * @param resourceLimits of the thread
   */
  constructor(program: URL, data: unknown, resourceLimits: ResourceLimits = {}) {
    // Options of Node.js that are about the program it began with, such as --input-type, are not meant for another.
    this.#start = (given) => new Worker(program, { workerData: given, resourceLimits, execArgv: [] });
    this.#data = data;
  }

  /** Starts it, if it has not been; a task would do so as well. */
  start(): void {
    if (!this.#isEnded) this.#running ??= this.#run();
  }

  /**
   * Runs a task when those before it are done.
   *
   * @param given plain data, which are copied, and functions, which are called on this thread
   * @param onBegin called when it begins
   * @throws whatever the task throws, and EnvironmentError where the thread dies
   */
  run(task: string, given: ReadonlyArray<unknown>, onBegin: () => void = () => undefined): Promise<unknown> {
    const running = this.#last.then(() => {
      onBegin();
      return this.#order(task, given);
    });
    this.#last = running.catch(() => undefined);
    return running;
  }

  /** Has it load what does some tasks when those asked for are done, if it has been started. */
  loadAhead(tasks: ReadonlyArray<string>): void {
    void this.#last.then(() => {
      const announcement: Announcement = { ahead: tasks };
      this.#running?.worker.postMessage(announcement, []);
    });
  }

  /**
   * Ends it when the tasks asked for are done, and starts it again.
   *
   * @param data given to its program from now on
   */
  renew(data: unknown): void {
    this.#last = this.#last.then(async () => {
      await this.#running?.worker.terminate();
      this.#running = undefined;
      this.#data = data;
      this.start();
    });
  }

  /** Ends it, whatever it is doing; it does not start any more. */
  async end(): Promise<void> {
    this.#isEnded = true;
    await this.#running?.worker.terminate();
  }

  #run(): Running {
    const worker = this.#start(this.#data);
    worker.on('message', (answer: Answer) => this.#answered?.(answer));
    const death = new Promise<never>((_, reject) => {
      worker.on('error', (error) => reject(isOutOfMemory(error) ? outOfMemory(error) : error));
      worker.on('exit', (status) => reject(stopped(status)));
    });
    worker.unref();
    // Who waits for a task hears of it.
    death.catch(() => undefined);
    return { worker, death };
  }

  async #order(task: string, given: ReadonlyArray<unknown>): Promise<unknown> {
    this.start();
    if (this.#running === undefined) throw new Error('The build has ended');
    const { worker, death } = this.#running;
    const moved: Transferable[] = [];
    const closing: Array<() => void> = [];
    const sent = given.map((each) => {
      if (typeof each !== 'function') return each;
      const { far, close } = portTo(each as Later);
      moved.push(far);
      closing.push(close);
      return far;
    });
    const answered = new Promise<Answer>((resolve) => (this.#answered = resolve));
    worker.ref();
    try {
      const order: Order = { id: this.#orders++, task, given: sent };
      worker.postMessage(order, moved);
      return valueOf(await Promise.race([answered, death]));
    } finally {
      worker.unref();
      for (const close of closing) close();
    }
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function outOfMemory(cause: unknown): EnvironmentError {
  return new EnvironmentError(
    'A thread of the build had not enough memory',
    'Close other programs, or build with --threads 1, which needs less.',
    { cause },
  );
}

function stopped(status: number): EnvironmentError {
  return new EnvironmentError(
    `A thread of the build stopped with status ${status}`,
    'Run the build again; if it fails again, build with --threads 1.',
  );
}
