/** Who has a file. */
const states = { free: 0, here: 1, beside: 2, done: 3 } as const;

/** Whole numbers of the board in front of those of its files: how many bytes are written. */
const heading = 1;
/** Those of each file: its state, where its bytes begin, and how many they are. */
const perFile = 3;

/**
 * A board in memory that two threads share, on which each takes files that the other has not taken, and the one
 * beside leaves what it made of its own. The memory is all that the two have of each other: the thread that waits
 * for a file need not return to its event loop to hear of it.
 */
export class FileBoard {
  readonly memory: SharedArrayBuffer;
  readonly #numbers: Int32Array;
  readonly #bytes: Uint8Array;
  readonly #patience: number;
  #isPatient = true;

  /**
   * @param memory as another thread has it
   * @param patience how long a file is waited for that is being parsed beside, in milliseconds
   */
  constructor(memory: SharedArrayBuffer, count: number, patience = 5000) {
    this.memory = memory;
    this.#patience = patience;
    const numbers = heading + count * perFile;
    this.#numbers = new Int32Array(memory, 0, numbers);
    this.#bytes = new Uint8Array(memory, numbers * Int32Array.BYTES_PER_ELEMENT);
  }

  /**
   * A board with every file free.
   *
   * @param room for what is made of the files, in bytes
   */
  static of(count: number, room: number): FileBoard {
    const numbers = (heading + count * perFile) * Int32Array.BYTES_PER_ELEMENT;
    return new FileBoard(new SharedArrayBuffer(numbers + room), count);
  }

  /** Takes a file for the thread beside; false where it is taken. */
  takeBeside(file: number): boolean {
    return this.#take(file, states.beside);
  }

  /** Leaves what became of a file that the thread beside took: without room for it, or without bytes, it is free again. */
  leave(file: number, bytes: Uint8Array | undefined): void {
    const begin = this.#numbers[0] ?? 0;
    const fits = bytes !== undefined && begin + bytes.length <= this.#bytes.length;
    if (fits) {
      this.#bytes.set(bytes, begin);
      this.#numbers[0] = begin + bytes.length;
      this.#numbers.set([begin, bytes.length], this.#at(file) + 1);
    }
    Atomics.store(this.#numbers, this.#at(file), fits ? states.done : states.free);
    Atomics.notify(this.#numbers, this.#at(file));
  }

  /** Takes a file for this thread, so that nobody else does; what the one beside makes of it is of no use. */
  takeHere(file: number): void {
    this.#take(file, states.here);
  }

  /**
   * What the thread beside made of a file, for which is waited if it is at work on it; undefined where it has not
   * begun with it, so that the file is taken for this thread, or where it takes too long.
   */
  takeMade(file: number): Uint8Array | undefined {
    const at = this.#at(file);
    if (this.#take(file, states.here)) return undefined;
    if (this.#isPatient) Atomics.wait(this.#numbers, at, states.beside, this.#patience);
    // A thread that has died is not waited for again and again.
    if (Atomics.load(this.#numbers, at) === states.beside) this.#isPatient = false;
    if (Atomics.load(this.#numbers, at) !== states.done) return undefined;
    const [begin = 0, length = 0] = this.#numbers.subarray(at + 1, at + perFile);
    return this.#bytes.slice(begin, begin + length);
  }

  #at(file: number): number {
    return heading + file * perFile;
  }

  #take(file: number, state: number): boolean {
    return Atomics.compareExchange(this.#numbers, this.#at(file), states.free, state) === states.free;
  }
}
