const cleanups = new Set<() => void>();
let listening = false;

/**
 * Has something put away when the process ends, of itself, by an error or by a signal that is answered
 * with an exit; nothing is done at once.
 *
 * @param cleanup what to do then; it cannot wait for anything, and what it throws is lost
 * @returns a function that takes the request back
 */
export function atExit(cleanup: () => void): () => void {
  if (!listening) process.once('exit', cleanUp);
  listening = true;
  cleanups.add(cleanup);
  return () => {
    cleanups.delete(cleanup);
  };
}

function cleanUp(): void {
  // What was made last may lie in what was made before.
  for (const cleanup of [...cleanups].toReversed()) {
    try {
      cleanup();
    } catch {
      // The process ends, and the next build sweeps.
    }
  }
}
