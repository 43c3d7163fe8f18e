import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import { inject } from 'vitest';
import { writeNovel } from '../../bench/novel.mjs';
import type { Artifact, ArtifactKind } from '../../src/book/artifact.ts';
import { build, type BuildResult } from '../../src/build/build.ts';
import { held } from '../builders/held.ts';

/*
 * Whole books that several tests read. Each is built once in a run, with all its editions, by
 * the worker that asks for it first.
 */
const fixture = (path: string): string => new URL(`../${path}`, import.meta.url).pathname;
export const handbookFolder = fixture('../manuscript');

/** The manuscripts by name: their folders, or how they are written to a folder. */
const manuscripts = {
  'the Handbook': handbookFolder,
  'the Handbook in the theme modern': (folder: string) => handbookWith('theme: modern', folder),
  'the Handbook in the theme scholarly': (folder: string) => handbookWith('theme: scholarly', folder),
  'the Handbook in large print': (folder: string) => handbookWith('trim: A5, largePrint: true', folder),
  'a book of everything': fixture('fixtures/books/everything'),
  'a book from right to left': fixture('fixtures/books/right-to-left'),
  'a Persian book': fixture('fixtures/books/persian'),
  'an article': fixture('fixtures/books/article'),
  'a long novel': writeNovel,
};

export type WholeBookName = keyof typeof manuscripts;
export const wholeBookNames = Object.keys(manuscripts) as WholeBookName[];

export interface WholeBook extends BuildResult {
  /** The bytes of a file of the release. */
  bytes(kind: ArtifactKind): Uint8Array;
  /** The path of that file, for programs to read. */
  file(kind: ArtifactKind): string;
}

/** A book of that name, built; everybody in a run gets the same files. */
export async function wholeBook(name: WholeBookName): Promise<WholeBook> {
  const folder = join(inject('runFolder'), name.replaceAll(' ', '-'));
  const done = join(folder, 'result');
  const first = await mkdir(folder).then(
    () => true,
    () => false,
  );
  if (first) await buildInto(folder, name, done);
  while (!existsSync(done)) await wait(50);
  const result = deserialize(await readFile(done)) as BuildResult | Error;
  if (result instanceof Error) throw result;
  return {
    ...result,
    bytes: (kind) => held(artifactOf(result, kind).bytes),
    file: (kind) => join(folder, artifactOf(result, kind).path),
  };
}

function artifactOf({ artifacts, messages }: BuildResult, kind: ArtifactKind): Artifact {
  const artifact = artifacts.find((each) => each.kind === kind);
  if (artifact === undefined) throw new Error(`There is no ${kind}: ${JSON.stringify(messages)}`);
  return artifact;
}

async function buildInto(folder: string, name: WholeBookName, done: string): Promise<void> {
  let result: BuildResult | Error;
  try {
    const source = manuscripts[name];
    const manuscript = typeof source === 'string' ? source : join(folder, 'manuscript');
    if (typeof source !== 'string') await source(manuscript);
    result = await build(manuscript);
    for (const { path, bytes } of result.artifacts) await writeFile(join(folder, path), held(bytes));
  } catch (error) {
    result = error instanceof Error ? error : new Error(String(error));
  }
  await writeFile(`${done}.part`, serialize(result));
  await rename(`${done}.part`, done);
}

/** Our own book with other settings for print. */
async function handbookWith(print: string, folder: string): Promise<void> {
  await cp(handbookFolder, folder, { recursive: true });
  const file = join(folder, 'book.yaml');
  const yaml = await readFile(file, 'utf8');
  await writeFile(file, yaml.replace(/^print:\n(?: .*\n)+/m, `print: { ${print} }\n`));
}
