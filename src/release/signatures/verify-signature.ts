import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sshNamespace, type Signing } from '../../book/signing.ts';
import { ownFolder, sweepFolders } from '../../machine/own-folder.ts';
import { runTool } from './run-tool.ts';

/** What a signature was found to be. */
export interface VerifiedSignature {
  /**
   * `trusted`: by a key that was named; `good`: by some key; `unknown`: the key is not at hand; `wrong`: not of these
   * bytes, not by a key that was named, or no signature.
   */
  readonly state: 'trusted' | 'good' | 'unknown' | 'wrong';
  /** The fingerprint of the key, or why there is none. */
  readonly signer: string;
}

/**
 * Holds a signature to the bytes it should be of, and to the keys it should be by.
 *
 * @param signers public keys, or a list of allowed signers of SSH; without them, whether any key has made it
 * @throws EnvironmentError where the program that can tell is not installed
 */
export async function verifySignature(
  by: Signing['by'],
  checksums: Uint8Array,
  signature: Uint8Array,
  signers: Uint8Array | undefined,
): Promise<VerifiedSignature> {
  const { path, remove } = await ownFolder(tmpdir(), prefix);
  try {
    const file = join(path, 'signature');
    await writeFile(file, signature);
    const verify = by === 'ssh' ? verifySsh : verifyGpg;
    return await verify(path, file, checksums, signers);
  } finally {
    await remove();
    await sweepFolders(tmpdir(), prefix);
  }
}

const prefix = 'colophon-keys-';

async function verifySsh(
  folder: string,
  signature: string,
  checksums: Uint8Array,
  signers: Uint8Array | undefined,
): Promise<VerifiedSignature> {
  const verify = (...args: ReadonlyArray<string>): ReturnType<typeof runTool> =>
    runTool('ssh-keygen', ['-Y', ...args, '-n', sshNamespace, '-s', signature], checksums);
  if (signers === undefined) {
    const { status, stdout, stderr } = await verify('check-novalidate');
    const signer = fingerprintIn(`${stdout.toString('utf8')}\n${stderr}`);
    return { state: status === 0 ? 'good' : 'wrong', signer };
  }
  const allowed = join(folder, 'allowed');
  await writeFile(allowed, allowedSigners(Buffer.from(signers).toString('utf8')));
  const found = await verify('find-principals', '-f', allowed);
  const [principal] = found.stdout.toString('utf8').split('\n');
  if (found.status !== 0 || principal === undefined || principal === '')
    return { state: 'wrong', signer: 'the key that made it is not among those named' };
  const { status, stdout, stderr } = await verify('verify', '-f', allowed, '-I', principal);
  return {
    state: status === 0 ? 'trusted' : 'wrong',
    signer: fingerprintIn(`${stdout.toString('utf8')}\n${stderr}`),
  };
}

/** Bare public keys are those of whoever made the release, whatever they are called. */
function allowedSigners(text: string): string {
  return text.replaceAll(/^(?=(?:ssh|ecdsa|sk-ssh|sk-ecdsa)-\S+ )/gm, 'maker ');
}

function fingerprintIn(text: string): string {
  return /SHA256:\S+/.exec(text)?.[0] ?? text.trim().split('\n').at(-1) ?? '';
}

async function verifyGpg(
  folder: string,
  signature: string,
  checksums: Uint8Array,
  signers: Uint8Array | undefined,
): Promise<VerifiedSignature> {
  const home = signers === undefined ? [] : ['--homedir', folder];
  const gpg = (...args: ReadonlyArray<string>): ReturnType<typeof runTool> =>
    runTool('gpg', [...home, '--batch', '--no-tty', '--status-fd', '1', ...args], checksums);
  if (signers !== undefined) {
    const keys = join(folder, 'keys');
    await writeFile(keys, signers);
    const { status } = await gpg('--quiet', '--import', keys);
    if (status !== 0)
      return { state: 'wrong', signer: 'the file that should name its key holds none of GnuPG' };
  }
  const { status, stdout } = await gpg('--verify', signature, '-');
  const said = stdout.toString('utf8');
  const [, fingerprint] = /^\[GNUPG:\] VALIDSIG (\S+)/m.exec(said) ?? [];
  if (status === 0 && fingerprint !== undefined)
    return { state: signers === undefined ? 'good' : 'trusted', signer: fingerprint };
  const [, missing] = /^\[GNUPG:\] NO_PUBKEY (\S+)/m.exec(said) ?? [];
  if (missing === undefined)
    return { state: 'wrong', signer: fingerprint ?? 'no key has made it of these checksums' };
  return signers === undefined
    ? { state: 'unknown', signer: missing }
    : { state: 'wrong', signer: 'the key that made it is not among those named' };
}
