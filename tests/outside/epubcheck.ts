import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasCommand, hasFile, output } from './tools.ts';

/** The official EPUBCheck in the two lines that stores run; Debian's is 4.2. */
export const epubcheckJars = {
  current: process.env['EPUBCHECK_JAR'] ?? '/nowhere',
  older: '/usr/share/java/epubcheck.jar',
};

// Java alone can run the command; a development kit is needed to compile the few lines that run it many times.
export const hasEpubchecks =
  hasCommand('javac') && Object.values(epubcheckJars).every((jar) => hasFile(jar, 'epubcheck.jar'));

interface Report {
  readonly messages: ReadonlyArray<{
    readonly ID: string;
    readonly severity: string;
    readonly message: string;
    readonly locations: ReadonlyArray<{ readonly path: string; readonly line: number }>;
  }>;
}

/**
 * What an EPUBCheck has against EPUBs, all checked in one run: a line for each error or warning.
 *
 * @param epubs the containers, by the name their findings begin with
 */
export function epubcheckFindings(jar: string, epubs: ReadonlyMap<string, Uint8Array>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'colophon-epubcheck-all-'));
  try {
    const files = [...epubs].map(([name, bytes], index) => {
      const file = join(folder, `${index}.epub`);
      writeFileSync(file, bytes);
      return { name, file };
    });
    const all = new URL('EpubcheckAll.java', import.meta.url).pathname;
    const flags = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-cp', jar];
    output('java', [...flags, all, ...files.map(({ file }) => file)]);
    return files.flatMap(({ name, file }) => {
      const { messages } = JSON.parse(readFileSync(`${file}.json`, 'utf8')) as Report;
      return messages
        .filter(({ severity }) => /^(?:fatal|error|warning)$/i.test(severity))
        .map(
          ({ ID, message, locations: [place] }) => `${name} ${place?.path}:${place?.line} ${ID} ${message}`,
        );
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
