/** Tells a person how far the work is. */
export interface Progress {
  step(name: string): void;
  /** Something worth knowing, in a line of its own that stays. */
  note(text: string): void;
  done(): void;
}

/**
 * Progress on standard error: one line that changes on a terminal, a line per step where
 * there is none, nothing when quiet.
 */
export function progressOn(stream: NodeJS.WriteStream, quiet: boolean): Progress {
  if (quiet) return { step: () => undefined, note: () => undefined, done: () => undefined };
  if (!stream.isTTY) {
    return {
      step: (name) => void stream.write(`${name} …\n`),
      note: (text) => void stream.write(`${text}\n`),
      done: () => undefined,
    };
  }
  return {
    step: (name) => void stream.write(`\r\u001B[K${name} …`),
    note: (text) => void stream.write(`\r\u001B[K${text}\n`),
    done: () => void stream.write('\r\u001B[K'),
  };
}
