import { stat } from 'node:fs/promises';
import type { Bytes } from '../book/bytes.ts';
import { UsageError } from '../book/errors.ts';
import { checksumsName, manifestName, type Manifest } from '../book/manifest.ts';
import type { Message } from '../book/messages/messages.ts';
import { provenanceName, revisionOf, sbomName, type Statement } from '../book/provenance.ts';
import { judgeBy, typed } from '../build/judge-options.ts';
import { signatures } from '../book/signing.ts';
import { finding } from '../preflight/release/finding.ts';
import { hashOf, heldOf } from '../preflight/release/held-files.ts';
import { judgeProvenance } from '../preflight/release/judge-provenance.ts';
import { readRelease } from '../preflight/release/read-release.ts';
import { verifySignature } from '../release/signatures/verify-signature.ts';
import { readWhole, releaseFiles } from './release-files.ts';
import { rebuild } from './verify/rebuild.ts';

export interface VerifyOptions {
  /** Path of the public keys, or the allowed signers, of which one must have signed the release. */
  readonly signer?: string;
  /** Whether it is built again from the commit that it names, and compared. */
  readonly rebuild?: boolean;
  /** A folder under Git whose repository has that commit; by default the working directory. */
  readonly source?: string;
}

const judgesOfVerifying = {
  signer: typed('string', 'the path of a file'),
  rebuild: typed('boolean', 'true or false'),
  source: typed('string', 'the path of a folder'),
} satisfies Record<keyof VerifyOptions, unknown>;

export interface VerifyResult {
  /** Whether nothing is wrong; warnings are not. */
  readonly ok: boolean;
  readonly messages: ReadonlyArray<Message>;
  /** What was found to be so, in sentences. */
  readonly facts: ReadonlyArray<string>;
  /** The files of the release. */
  readonly files: ReadonlyArray<{ readonly path: string; readonly bytes: number; readonly sha256: string }>;
}

/** Files of a release that its checksums need not know. */
const beside: ReadonlySet<string> = new Set([
  sbomName,
  provenanceName,
  ...Object.values(signatures).map(({ file }) => file),
]);

/**
 * Verifies a release: that its files are those that were released, that they come from where it says, who signed it,
 * and, where that is asked for, that its commit gives the same bytes.
 *
 * @param folder of the release
 * @throws UsageError where there is no release, or the commit is to be sought where there is no Git
 * @throws EnvironmentError where a file cannot be read, or a program that verifies signatures is missing
 */
export async function verify(folder: string, options: VerifyOptions = {}): Promise<VerifyResult> {
  judgeBy(judgesOfVerifying, options);
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() !== true) throw new UsageError(`There is no folder ${folder}`);
  const files = await releaseFiles(folder, (name) => beside.has(name));
  if (!files.has(manifestName) && !files.has(checksumsName))
    throw new UsageError(`There is no release in ${folder}: it has no ${manifestName}`);
  const { manifest, messages: ofFiles } = readRelease(files);
  const { statement, messages: ofOrigin } = judgeProvenance(files, manifest);
  const signature = await signatureIn(files, options.signer);
  const messages = [...ofFiles, ...ofOrigin, ...signature.messages];
  const facts = [...factsOf(files, ofFiles, statement), ...signature.facts];
  if (options.rebuild === true) {
    const rebuilt = await rebuilding(folder, files, manifest, statement, options.source ?? '.');
    messages.push(...rebuilt.messages);
    if (rebuilt.fact !== undefined) facts.push(rebuilt.fact);
  }
  return {
    ok: !messages.some(({ severity }) => severity === 'error'),
    messages,
    facts,
    files: [...files].map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: hashOf(bytes) })),
  };
}

function factsOf(
  files: ReadonlyMap<string, Bytes>,
  wrong: ReadonlyArray<Message>,
  statement: Statement | undefined,
): string[] {
  const same = wrong.length === 0 ? [`${files.size} files, as they were released`] : [];
  if (statement === undefined) return same;
  const { colophon, node } = statement.predicate.runDetails.builder.version;
  const revision = revisionOf(statement);
  const from = revision === undefined ? 'from files under no revision' : `from commit ${revision.commit}`;
  const changed = revision !== undefined && revision.uncommitted.length > 0 ? ', changed since,' : '';
  return [...same, `made ${from}${changed} by Colophon ${colophon} on Node.js ${node}`];
}

async function signatureIn(
  files: ReadonlyMap<string, Bytes>,
  signer: string | undefined,
): Promise<{ readonly messages: Message[]; readonly facts: string[] }> {
  const checksums = heldOf(files.get(checksumsName));
  const signers = signer === undefined ? undefined : await readWhole(signer);
  const messages: Message[] = [];
  const facts: string[] = [];
  for (const by of ['ssh', 'gpg'] as const) {
    const { file } = signatures[by];
    const signature = heldOf(files.get(file));
    if (checksums === undefined || signature === undefined) continue;
    const { state, signer: who } = await verifySignature(by, checksums, signature, signers);
    if (state === 'wrong')
      messages.push(finding('signature-invalid', file, `The signature does not hold: ${who}`));
    else if (state === 'trusted') facts.push(`signed by ${who}, which is a key of ${signer}`);
    else messages.push(finding('signature-unknown', file, unheld(state, who)));
  }
  if (signers !== undefined && messages.length + facts.length === 0)
    messages.push(
      finding('signature-missing', checksumsName, 'Nobody has signed the checksums of the release'),
    );
  return { messages, facts };
}

function unheld(state: 'good' | 'unknown', who: string): string {
  return state === 'good'
    ? `It is a signature by ${who}; whether that is the right key was not asked`
    : `The key ${who} that made the signature is not at hand`;
}

function rebuilding(
  folder: string,
  files: ReadonlyMap<string, Bytes>,
  manifest: Manifest | undefined,
  statement: Statement | undefined,
  source: string,
): ReturnType<typeof rebuild> {
  const bytes = files.get(manifestName);
  if (manifest === undefined || statement === undefined || bytes === undefined)
    return Promise.resolve({
      messages: [
        finding('rebuild-impossible', manifestName, 'The release does not say which commit it was made from'),
      ],
    });
  return rebuild({ folder, manifest, statement, sha256: hashOf(bytes) }, source);
}
