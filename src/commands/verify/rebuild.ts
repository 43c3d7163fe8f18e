import { staysInside } from '../../book/addresses/stays-inside.ts';
import { createHash } from 'node:crypto';
import { mkdir, readFile, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { UsageError } from '../../book/errors.ts';
import { checksumsName, manifestName, type Manifest } from '../../book/manifest.ts';
import type { Message } from '../../book/messages/messages.ts';
import {
  provenanceName,
  revisionOf,
  sbomName,
  sharedMaterial,
  type Statement,
} from '../../book/provenance.ts';
import { ownFolder, sweepFolders } from '../../machine/own-folder.ts';
import { finding } from '../../preflight/release/finding.ts';
import { findShared, sharedName } from '../../read/book-yaml/shared-yaml.ts';
import { readSafely } from '../../read/files/safe-file.ts';
import { checkOut } from '../../read/git/check-out.ts';
import { workTreeOf, type WorkTree } from '../../read/git/work-tree.ts';
import { buildAgain } from './build-again.ts';
import { otherComponents } from './other-components.ts';

/** What came of building a release again. */
export interface Rebuilt {
  readonly messages: ReadonlyArray<Message>;
  /** In a sentence; undefined where nothing was built. */
  readonly fact?: string;
}

/** A release that is to be built again. */
export interface Released {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly statement: Statement;
  /** The SHA-256 of the manifest. */
  readonly sha256: string;
}

const prefix = 'colophon-rebuild-';

/**
 * Builds a release again from the commit that it names, in a folder for this time alone, and compares file by file.
 *
 * @param repository a folder under Git whose repository has the commit
 * @throws UsageError where the folder is not under Git
 */
export async function rebuild(released: Released, repository: string): Promise<Rebuilt> {
  const tree = await realpath(repository).then(workTreeOf, () => undefined);
  if (tree === undefined)
    throw new UsageError(`${repository} is not under Git, or has no commit: name the clone with --source`);
  const fault = faultOf(released.statement);
  if (fault !== undefined) return impossible(fault);
  const { path, remove } = await ownFolder(await realpath(tmpdir()), prefix);
  try {
    return await rebuildIn(path, released, tree);
  } finally {
    await remove();
    await sweepFolders(tmpdir(), prefix);
  }
}

/** Why nobody can build it again from what it says. */
function faultOf(statement: Statement): string | undefined {
  const { externalParameters: parameters } = statement.predicate.buildDefinition;
  const revision = revisionOf(statement);
  const { folder } = parameters;
  if (revision === undefined || folder === undefined) return 'It names no commit';
  if (folder !== '.' && !staysInside(folder)) return 'It names a folder outside the repository';
  if (parameters.plugins === true) return 'A program with steps of its own has made it';
  const [first, ...more] = revision.uncommitted;
  if (first === undefined) return undefined;
  return `It was made from files that were not committed: ${first}${more.length > 0 ? ` and ${more.length} more` : ''}`;
}

function impossible(reason: string): Rebuilt {
  return { messages: [finding('rebuild-impossible', provenanceName, reason)] };
}

async function rebuildIn(
  path: string,
  { folder, manifest, statement, sha256 }: Released,
  tree: WorkTree,
): Promise<Rebuilt> {
  const { commit = '' } = revisionOf(statement) ?? {};
  const short = commit.slice(0, 12);
  const [source, out] = [join(path, 'source'), join(path, 'out')];
  await mkdir(source);
  const top = await checkOut(tree, commit, source).catch(() => undefined);
  if (top === undefined) return impossible(`The repository has no commit ${short}, or Git is not installed`);
  const { externalParameters: parameters } = statement.predicate.buildDefinition;
  const other = await otherMaterials(statement, join(top, parameters.folder ?? '.'));
  if (other.length > 0)
    return impossible(
      `Commit ${short} does not have ${other.join(', ')} as it was built; Git LFS may keep it`,
    );
  const failure = await buildAgain(top, out, parameters);
  if (failure !== undefined) return impossible(`Commit ${short} is not built here: ${failure}`);
  const files = [...manifest.artifacts, { path: manifestName, sha256 }];
  const again = await sumsIn(out);
  const differing = files.filter((file) => again.get(file.path) !== file.sha256);
  const reason = `Commit ${short} gives another file`;
  const messages = differing.map((file) => finding('rebuild-differs', file.path, reason));
  const tools =
    differing.length === 0 ? [] : await otherComponents(join(folder, sbomName), join(out, sbomName));
  if (tools.length > 0)
    messages.push(
      finding('rebuild-tools', sbomName, `The release was made with other programs: ${tools.join('; ')}`),
    );
  const same = files.length - differing.length;
  return { messages, fact: `rebuilt from ${short}: ${same} of ${files.length} files are the same` };
}

/** 2 GB, the most that is read at once. */
const largest = 2 ** 31 - 1;

/** Files of the manuscript that a commit does not have as they were when the release was made. */
async function otherMaterials({ predicate }: Statement, folder: string): Promise<string[]> {
  const root = await realpath(folder).catch(() => folder);
  const found = await Promise.all(
    predicate.buildDefinition.resolvedDependencies.map(async ({ name = '', digest }) => {
      const read = readerOf(name, root);
      if (read === undefined || digest?.sha256 === undefined) return [];
      const { bytes = new Uint8Array() } = await read();
      const isSame = createHash('sha256').update(bytes).digest('hex') === digest.sha256;
      return isSame ? [] : [name.replace(/^(?:manuscript|series)\//, '')];
    }),
  );
  return found.flat();
}

/** How a material is read that is a file of the repository; undefined where it is a program or the commit. */
function readerOf(name: string, root: string): (() => ReturnType<typeof readSafely>) | undefined {
  const [, path] = /^manuscript\/(.+)$/s.exec(name) ?? [];
  if (path !== undefined) return () => readSafely(root, path, largest);
  if (name !== sharedMaterial) return undefined;
  return async () => {
    const shared = await findShared(root);
    return readSafely(dirname(shared?.path ?? join(root, sharedName)), sharedName, largest);
  };
}

async function sumsIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(folder, checksumsName), 'utf8').catch(() => '');
  return new Map(text.split('\n').map((line) => [line.slice(66), line.slice(0, 64)]));
}
