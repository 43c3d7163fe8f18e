import { statfs } from 'node:fs/promises';

/** File systems whose files may be changed by another machine, of which this one is not told (Linux, `magic.h`). */
const remote = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB'],
  [0x01021997, '9P'],
  [0x5346414f, 'AFS'],
  [0x00c36400, 'Ceph'],
  [0x786f4256, 'VirtualBox'],
  [0xbacbacbc, 'VMware'],
]);

/** The network by which a folder is reached; undefined for a disk of this machine, and where that is not known. */
export async function networkOf(folder: string): Promise<string | undefined> {
  // Elsewhere the numbers mean other file systems.
  if (process.platform !== 'linux') return undefined;
  const { type } = await statfs(folder).catch(() => ({ type: 0 }));
  // Some systems have it with a sign.
  return remote.get(type >>> 0);
}
