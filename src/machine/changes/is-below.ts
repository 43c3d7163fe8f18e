import { sep } from 'node:path';

/** Whether a path is that of a folder or of something in it; both are absolute and free of links. */
export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
