import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Path of a folder that lasts as long as the run of all tests. */
    runFolder: string;
  }
}

export default async function makeRunFolder(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'colophon-tests-'));
  project.provide('runFolder', folder);
  return () => rm(folder, { recursive: true, force: true });
}
