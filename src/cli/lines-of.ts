import { readFileSync } from 'node:fs';

/** What gives the lines of files, counted from 1, each file read once; of what cannot be read, none. */
export function linesOf(): (path: string, line: number) => string | undefined {
  const files = new Map<string, ReadonlyArray<string>>();
  return (path, line) => {
    const lines = files.get(path) ?? linesIn(path);
    files.set(path, lines);
    return lines[line - 1];
  };
}

function linesIn(path: string): ReadonlyArray<string> {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return [];
  }
}
