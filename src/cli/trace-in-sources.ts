import { readFile } from 'node:fs/promises';
import { SourceMap, type SourceMapPayload } from 'node:module';

/**
 * A stack trace whose places in the compiled program are those in the sources: the maps beside the
 * compiled files are read now, so that nobody who meets no fault waits for them.
 *
 * @param trace as V8 writes it; what has no map stays as it is
 */
export async function traceInSources(trace: string): Promise<string> {
  const files = new Set(Array.from(trace.matchAll(place), ([, file]) => file ?? ''));
  const maps = new Map(
    await Promise.all([...files].map(async (file) => [file, await mapBeside(file)] as const)),
  );
  return trace.replaceAll(place, (found, file: string, line: string, column: string) => {
    const origin = maps.get(file)?.findOrigin(Number(line), Number(column));
    if (origin === undefined || !('fileName' in origin)) return found;
    // From the folder of the map to that of the project.
    const path = origin.fileName.replace(/^(?:\.\.\/)+/, '');
    return `${path}:${origin.lineNumber}:${origin.columnNumber}`;
  });
}

/** A place in a module: its address, line and column. */
const place = /(file:\/\/[^\s()]+):(\d+):(\d+)/g;

async function mapBeside(file: string): Promise<SourceMap | undefined> {
  try {
    return new SourceMap(JSON.parse(await readFile(new URL(`${file}.map`), 'utf8')) as SourceMapPayload);
  } catch {
    return undefined;
  }
}
