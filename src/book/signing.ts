import { checksumsName } from './manifest.ts';

/** By which key a release is signed. */
export type Signing =
  /** An SSH key: the path of the private key, or of the public one of a key that an agent holds. */
  | { readonly by: 'ssh'; readonly key: string }
  /** A key of GnuPG, by whatever names it; by default the first. */
  | { readonly by: 'gpg'; readonly key?: string };

/** What each kind of signature is called, and begins with: all are of the checksums. */
export const signatures = {
  ssh: { file: `${checksumsName}.sig`, begins: '-----BEGIN SSH SIGNATURE-----' },
  gpg: { file: `${checksumsName}.asc`, begins: '-----BEGIN PGP SIGNATURE-----' },
} as const satisfies Record<Signing['by'], { readonly file: string; readonly begins: string }>;

/** The namespace of SSH signatures of files, which ssh-keygen takes by its own manual. */
export const sshNamespace = 'file';
