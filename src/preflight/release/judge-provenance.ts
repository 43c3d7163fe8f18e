import { checksumsName, manifestName, type Manifest } from '../../book/manifest.ts';
import type { Message } from '../../book/messages/messages.ts';
import { parseStatement, provenanceName, sbomName, type Statement } from '../../book/provenance.ts';
import type { Bytes } from '../../book/bytes.ts';
import { finding } from './finding.ts';
import { hashOf, heldOf } from './held-files.ts';
import { namesStated } from './read-release.ts';

/** What a release says of where it comes from. */
export interface JudgedProvenance {
  /** Undefined where it says nothing that can be read. */
  readonly statement: Statement | undefined;
  readonly messages: ReadonlyArray<Message>;
}

/**
 * Holds the statement of a release's provenance to its files: it must speak of all of them and of these alone, as they
 * are, and name the program that the manifest names.
 *
 * @param files the files of the release by their names
 */
export function judgeProvenance(
  files: ReadonlyMap<string, Bytes>,
  manifest: Manifest | undefined,
): JudgedProvenance {
  const bytes = files.get(provenanceName);
  if (bytes === undefined) {
    const reason = 'The release does not say where it comes from';
    return { statement: undefined, messages: [finding('provenance-missing', manifestName, reason)] };
  }
  const statement = parseStatement(heldOf(bytes) ?? new Uint8Array());
  const faults = statement === undefined ? ['It is no statement of a build of Colophon, or is broken'] : [];
  if (!namesStated(files).has(provenanceName)) faults.push(`${checksumsName} does not have it`);
  if (statement !== undefined && manifest !== undefined)
    faults.push(...subjectFaults(statement, files, manifest), ...toolFaults(statement, manifest));
  return {
    statement,
    messages: faults.map((fault) => finding('provenance-mismatch', provenanceName, fault)),
  };
}

function subjectFaults(
  statement: Statement,
  files: ReadonlyMap<string, Bytes>,
  manifest: Manifest,
): string[] {
  const stated = new Map(statement.subject.map(({ name, digest }) => [name, digest.sha256]));
  const released = [manifestName, sbomName, ...manifest.artifacts.map(({ path }) => path)];
  const silent = released.filter((name) => files.has(name) && !stated.has(name));
  const other = [...stated].filter(([name, sha256]) => {
    const bytes = files.get(name);
    return bytes === undefined || name === checksumsName || hashOf(bytes) !== sha256;
  });
  return [
    ...(silent.length > 0 ? [`It does not speak of ${silent.join(', ')}`] : []),
    ...(other.length > 0 ? [`It speaks of another ${other.map(([name]) => name).join(', ')}`] : []),
  ];
}

function toolFaults({ predicate }: Statement, { tools }: Manifest): string[] {
  const { colophon = 'none' } = predicate.runDetails.builder.version;
  return colophon === tools.colophon
    ? []
    : [`It names version ${colophon} of Colophon, and ${manifestName} ${tools.colophon}`];
}
