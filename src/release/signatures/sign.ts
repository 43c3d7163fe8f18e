import { EnvironmentError } from '../../book/errors.ts';
import { signatures, sshNamespace, type Signing } from '../../book/signing.ts';
import { runTool } from './run-tool.ts';

/** A signature in a file of its own. */
export interface Signature {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Signs the checksums of a release, and with them all its files, by a key that its program keeps.
 *
 * @param checksums the bytes of `SHA256SUMS`
 * @throws EnvironmentError where the program is missing, or has no such key
 */
export async function sign(checksums: Uint8Array, signing: Signing): Promise<Signature> {
  const { status, stdout, stderr } = await (signing.by === 'ssh'
    ? runTool('ssh-keygen', ['-Y', 'sign', '-q', '-n', sshNamespace, '-f', signing.key], checksums)
    : runTool('gpg', ['--armor', '--detach-sign', ...keyOf(signing.key)], checksums));
  if (status !== 0) {
    const [reason = 'it gave no reason'] = stderr.trim().split('\n').slice(-1);
    throw new EnvironmentError(
      `The release could not be signed: ${reason}`,
      'Name a key that is there with --sign ssh=FILE or --sign gpg=KEY, and have an agent hold one with a passphrase.',
    );
  }
  return { path: signatures[signing.by].file, bytes: stdout };
}

function keyOf(key: string | undefined): string[] {
  return key === undefined ? [] : ['--local-user', key];
}
