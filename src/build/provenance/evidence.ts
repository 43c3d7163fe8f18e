import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { Artifact } from '../../book/artifact.ts';
import {
  provenanceName,
  sbomName,
  sharedMaterial,
  statementOf,
  type BuildParameters,
  type Resource,
} from '../../book/provenance.ts';
import type { RecordedFiles } from '../../read/files/recorded-files.ts';
import { sourceState, type SourceState } from '../../read/git/source-state.ts';
import { artifact } from '../../release/artifacts.ts';
import { sbomOf, type UsedComponent } from '../../release/sbom.ts';
import type { Job } from '../job.ts';
import type { Made } from '../make.ts';
import { statedEpoch, statedRevision } from '../stated.ts';
import { builderOf, repositoryOf } from './builder.ts';
import { componentsOf, program } from './components.ts';

/**
 * What tells where a release comes from: a bill of materials, and a statement of its provenance.
 *
 * @param read the files of the manuscript
 * @param released the files that both are about
 */
export async function evidenceOf(
  made: Made,
  read: RecordedFiles,
  released: ReadonlyArray<Artifact>,
  job: Job,
): Promise<Artifact[]> {
  const { source, composed } = made.making;
  const { title, slug, modified } = composed.book.metadata;
  const used = await componentsOf(made, job);
  const sbom = artifact(
    sbomName,
    'sbom',
    sbomOf({ title, slug, modified: new Date(modified) }, program, used),
  );
  const place = await placeOf(source.folder);
  const files = filesIn(place.folder, read);
  const shared = sharedIn(place.folder, source.manuscript.shared, read);
  const state = await sourceState(place.folder, [...files.keys(), ...shared.keys()]);
  const statement = statementOf({
    subject: [...released, sbom],
    parameters: parametersOf(job, place.text, state),
    materials: [...revisionOf(state), ...materials(files, shared, used)],
    builder: builderOf(process.env),
  });
  const bytes = Buffer.from(`${JSON.stringify(statement, null, 2)}\n`);
  return [sbom, artifact(provenanceName, 'provenance', bytes)];
}

/** The real path of the folder, and the text in it that alone is the book. */
async function placeOf(given: string): Promise<{ readonly folder: string; readonly text?: string }> {
  const path = await realpath(given);
  if ((await stat(path)).isDirectory()) return { folder: path };
  return { folder: dirname(path), text: basename(path) };
}

/** The files below a folder by their paths in it, in the order of these; what Git keeps for itself is no manuscript. */
function filesIn(folder: string, read: RecordedFiles): RecordedFiles {
  const files = [...read].map(
    ([path, sha256]) => [relative(folder, path).split(sep).join('/'), sha256] as const,
  );
  const inside = files.filter(([path]) => !/^(?:\.\.(?:\/|$)|\/|[A-Za-z]:)|(?:^|\/)\.git(?:\/|$)/.test(path));
  return new Map(inside.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The `colophon.yaml` that counts for the book, by its path from the folder; a book may have none. */
function sharedIn(folder: string, name: string | undefined, read: RecordedFiles): RecordedFiles {
  const sha256 = name === undefined ? undefined : read.get(join(folder, name));
  // What lies in the folder is one of its files.
  return new Map(name === undefined || sha256 === undefined || !name.includes('/') ? [] : [[name, sha256]]);
}

function parametersOf(
  { options, wanted }: Job,
  text: string | undefined,
  state: SourceState | undefined,
): BuildParameters {
  const epoch = statedEpoch(options);
  const revision = statedRevision();
  const limits = Object.entries(options.limits ?? {});
  return {
    ...(state !== undefined && { folder: state.folder || '.' }),
    ...(text !== undefined && { text }),
    editions: wanted.map(({ name }) => name),
    ...(options.report === true && { report: true }),
    ...(options.strict === true && { strict: true }),
    ...(limits.length > 0 && { limits: Object.fromEntries(limits) }),
    ...(hasOwnParts(options) && { plugins: true }),
    ...(epoch !== undefined && { epoch }),
    ...(revision !== undefined && { revision }),
  };
}

/** Whether the book is made with something of the caller's own, which no statement has. */
function hasOwnParts({ rehypePlugins, remarkPlugins, transformHtml, locales }: Job['options']): boolean {
  const plugins = [...(rehypePlugins ?? []), ...(remarkPlugins ?? [])];
  return plugins.length > 0 || transformHtml !== undefined || locales !== undefined;
}

function revisionOf(state: SourceState | undefined): Resource[] {
  const stated = statedRevision();
  const commit = state?.commit ?? (/^[\da-f]{40}$/.test(stated ?? '') ? stated : undefined);
  if (commit === undefined) return [];
  const { uncommitted = [] } = state ?? {};
  return [
    {
      name: 'source',
      ...repositoryOf(process.env),
      digest: { gitCommit: commit },
      ...(uncommitted.length > 0 && { annotations: { uncommitted } }),
    },
  ];
}

/**
 * The manuscript file by file, what it shares with other books, and the programs of which the bill of materials has a
 * hash.
 */
function materials(
  files: RecordedFiles,
  shared: RecordedFiles,
  used: ReadonlyArray<UsedComponent>,
): Resource[] {
  return [
    ...[...shared.values()].map((sha256) => ({ name: sharedMaterial, digest: { sha256 } })),
    ...[...files].map(([path, sha256]) => ({ name: `manuscript/${path}`, digest: { sha256 } })),
    ...used.flatMap(({ kind, name, version, hashes }) =>
      kind === 'program' && hashes !== undefined
        ? [{ name: [name, version].filter(Boolean).join(' '), digest: hashes }]
        : [],
    ),
  ];
}
