import { getSystemErrorMap } from 'node:util';
import { EnvironmentError } from '../book/errors.ts';

/** What to do about what a system refuses, by the code of its error (errno(3)). */
const hints: Readonly<Record<string, string>> = {
  EMFILE: 'Allow more open files: ulimit -n 1024.',
  ENFILE: 'Too many files are open on the whole machine: close other programs.',
  ENOSPC: 'Make room on the disk, or set TMPDIR and XDG_CACHE_HOME to folders on another.',
  EDQUOT: 'Make room in what the user may fill, or set TMPDIR and XDG_CACHE_HOME to folders elsewhere.',
  EFBIG: 'Allow larger files: ulimit -f unlimited.',
  EROFS: 'Set TMPDIR and XDG_CACHE_HOME to folders that can be written to.',
  EACCES: 'Check the permissions of the file and of the folders around it.',
  EPERM: 'Check the permissions of the file and of the folders around it.',
  ENOTDIR: 'Check the path; the folder for temporary files is set by TMPDIR.',
  ELOOP: 'Check the links on its path.',
  ENAMETOOLONG: 'Choose a shorter path.',
  ENOENT:
    'It was removed in the middle of the work, or Colophon is not installed whole: try again, or install it again.',
  EBUSY: 'Another program uses it: close that, and try again.',
  ETXTBSY: 'Another program uses it: close that, and try again.',
  EIO: 'The disk is damaged, or out of reach.',
  ESTALE: 'The disk is out of reach.',
  ENODEV: 'The disk is out of reach.',
  ENOMEM: 'Close other programs, or allow more memory: ulimit -v unlimited.',
  EAGAIN: 'Close other programs, or allow more processes: ulimit -u 4096.',
};

/** What Node.js says of memory that it does not get, each library in its own words. */
const memory = /out of memory|allocation failed|(?:could not|cannot) allocate/i;
const memoryCodes = new Set([
  'ERR_MEMORY_ALLOCATION_FAILED',
  'ERR_WORKER_INIT_FAILED',
  'ERR_WORKER_OUT_OF_MEMORY',
  'Z_MEM_ERROR',
]);

const tryAgain = 'Run the build again; if it fails again, see `colophon doctor`.';

/** What puppeteer throws where the browser is gone. */
const browserGone = new Set(['TargetCloseError', 'ConnectionClosedError']);

/**
 * What the machine has refused, as far as an error tells of that: full disks, files, processes or memory
 * that it does not give, folders that are gone.
 *
 * @returns the same error for readers; undefined where it is none of the machine
 */
export function environmentFault(error: unknown): EnvironmentError | undefined {
  if (error instanceof EnvironmentError) return error;
  if (!(error instanceof Error)) return undefined;
  const { code, syscall, path, errno } = error as NodeJS.ErrnoException;
  if (syscall === 'uv_cwd')
    return fault(error, 'The folder that the command was started in is gone', 'Change to one that exists.');
  if (code === 'ERR_MODULE_NOT_FOUND')
    return fault(error, `Colophon is not installed whole: ${error.message}`, 'Install it again.');
  if (browserGone.has(error.name))
    return fault(error, `The browser ended in the middle of its work: ${error.message}`, tryAgain);
  if (memoryCodes.has(code ?? '') || memory.test(error.message) || lacksAddresses())
    return fault(error, `There was not enough memory: ${error.message}`, hints['ENOMEM'] ?? '');
  const hint = hints[code ?? ''];
  if (code === undefined || syscall === undefined || hint === undefined) return undefined;
  const reason = getSystemErrorMap().get(errno ?? 0)?.[1] ?? error.message;
  const what = path === undefined || syscall.includes(path) ? syscall : `${syscall} ${path}`;
  return fault(error, `The system refused "${what}": ${reason} (${code})`, hint);
}

function fault(cause: Error, message: string, hint: string): EnvironmentError {
  return new EnvironmentError(message, hint, { cause });
}

/** WebAssembly reserves addresses by the gigabyte; libraries that get none fail in ways of their own. */
function lacksAddresses(): boolean {
  try {
    return new WebAssembly.Memory({ initial: 1, maximum: 16_384 }).buffer.byteLength === 0;
  } catch {
    return true;
  }
}
