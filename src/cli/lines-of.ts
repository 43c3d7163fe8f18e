import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

/** What gives the lines of files, counted from 1, each file read once; of what cannot be read, none. */
export function linesOf(): (path: string, line: number) => string | undefined {
  const files = new Map<string, ReadonlyArray<string>>();
  return (path, line) => {
    const lines = files.get(path) ?? linesIn(path);
    files.set(path, lines);
    return lines[line - 1];
  };
}

/** The largest file whose lines are shown, in bytes. */
const largest = 64 << 20;

function linesIn(path: string): ReadonlyArray<string> {
  let file: number | undefined;
  try {
    // What is told may be that it is a pipe: one without a writer would block for ever.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = fstatSync(file);
    return stat.isFile() && stat.size <= largest ? readFileSync(file, 'utf8').split('\n') : [];
  } catch {
    return [];
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
