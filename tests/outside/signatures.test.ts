import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Signing } from '../../src/book/signing.ts';
import { sign } from '../../src/release/signatures/sign.ts';
import { verifySignature } from '../../src/release/signatures/verify-signature.ts';
import { hasCommand } from './tools.ts';

/* The programs that sign and verify, with keys made for it. */
const checksums = Buffer.from('ab  a.epub\n');
const folder = mkdtempSync(join(tmpdir(), 'colophon-sign-'));
const path = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

/** @returns what is found of a signature, as it is or of other bytes */
async function found(
  signing: Signing,
  signers: string | undefined,
  bytes: Uint8Array = checksums,
): Promise<readonly [state: string, signer: string]> {
  const { bytes: signature } = await sign(checksums, signing);
  const named = signers === undefined ? undefined : readFileSync(path(signers));
  const { state, signer } = await verifySignature(signing.by, bytes, signature, named);
  return [state, signer];
}

describe.runIf(hasCommand('ssh-keygen'))('signatures of SSH', () => {
  const key = (name: string): Signing => ({ by: 'ssh', key: path(name) });

  beforeAll(() => {
    for (const [name, type] of [
      ['jane', 'ed25519'],
      ['joe', 'ecdsa'],
    ] as const)
      execFileSync('ssh-keygen', ['-q', '-t', type, '-N', '', '-C', `${name}@x`, '-f', path(name)]);
  });

  it('hold, by a key that was named', async () => {
    expect(await found(key('jane'), 'jane.pub')).toEqual(['trusted', expect.stringMatching(/^SHA256:/)]);
    expect(await found(key('joe'), 'joe.pub')).toEqual(['trusted', expect.stringMatching(/^SHA256:/)]);
    expect((await found(key('jane'), 'joe.pub'))[0]).toBe('wrong');
    expect(await found(key('jane'), undefined)).toEqual(['good', expect.stringMatching(/^SHA256:/)]);
  });

  it('do not hold of other checksums', async () => {
    for (const signers of ['jane.pub', undefined])
      expect((await found(key('jane'), signers, Buffer.from('cd  a.epub\n')))[0]).toBe('wrong');
  });

  it('fail in a line where there is no such key', async () => {
    await expect(sign(checksums, key('nobody'))).rejects.toMatchObject({
      name: 'EnvironmentError',
      message: expect.stringContaining('could not be signed') as string,
    });
  });
});

describe.runIf(hasCommand('gpg'))('signatures of GnuPG', () => {
  const jane: Signing = { by: 'gpg', key: 'jane@x.org' };
  const home = mkdtempSync(join(folder, 'gpg-'));

  beforeAll(() => {
    const env = { ...process.env, GNUPGHOME: home };
    for (const name of ['jane', 'joe']) {
      const wish = ['--batch', '--quiet', '--passphrase', '', '--quick-gen-key', `${name}@x.org`, 'ed25519'];
      execFileSync('gpg', wish, { stdio: 'ignore', env });
      execFileSync('gpg', ['--armor', '--output', path(`${name}.asc`), '--export', `${name}@x.org`], { env });
    }
  });
  afterAll(() => {
    execFileSync('gpgconf', ['--homedir', home, '--kill', 'all'], { stdio: 'ignore' });
  });

  it('hold, by a key that was named', async () => {
    vi.stubEnv('GNUPGHOME', home);
    expect(await found(jane, 'jane.asc')).toEqual(['trusted', expect.stringMatching(/^[\dA-F]{40}$/)]);
    expect((await found(jane, 'joe.asc'))[0]).toBe('wrong');
    expect((await found(jane, undefined))[0]).toBe('good');
    for (const signers of ['jane.asc', undefined])
      expect((await found(jane, signers, Buffer.from('cd  a.epub\n')))[0]).toBe('wrong');
  });
});
