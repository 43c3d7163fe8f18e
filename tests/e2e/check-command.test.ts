import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pressPdf, screenPdf } from '../preflight/pdf/make-pdf.ts';

/* The compiled command as a person runs it. `npm test` compiles first. */
const command = new URL('../../lib/cli.js', import.meta.url).pathname;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'colophon-check-'));
  await writeFile(join(folder, 'book.pdf'), await screenPdf());
  await writeFile(join(folder, 'thin.pdf'), await pressPdf({ content: '0.1 w 20 20 m 60 20 l S' }));
  await writeFile(join(folder, 'red.pdf'), await pressPdf({ content: '1 0 0 rg 20 20 30 30 re f' }));
  await writeFile(join(folder, 'broken.pdf'), '%PDF-1.7 and nothing else');
});
afterAll(() => rm(folder, { recursive: true }));

interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

function colophon(...args: ReadonlyArray<string>): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [command, 'check', ...args], { cwd: folder }, (error, stdout, stderr) => {
      resolve({ status: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

describe('colophon check', () => {
  it('says that nothing was found', async () => {
    expect(await colophon('book.pdf')).toEqual({
      status: 0,
      stdout: '',
      stderr: 'Checked book.pdf: nothing found.\n',
    });
  });

  it('names file, page, rule and reason, and fails for errors', async () => {
    const { status, stderr } = await colophon('red.pdf');
    expect(status).toBe(1);
    expect(stderr).toContain('red.pdf page 1 error pdf-colour-space  Surfaces are in DeviceRGB');
  });

  it('fails for warnings where it is strict', async () => {
    expect((await colophon('thin.pdf')).status).toBe(0);
    expect((await colophon('thin.pdf', '--strict')).status).toBe(1);
  });

  it('never shows a stack trace', async () => {
    const { status, stderr } = await colophon('broken.pdf');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^broken\.pdf error pdf-unreadable {2}The file is broken/);
    expect(stderr).not.toContain('    at ');
  });

  it('prints one JSON document', async () => {
    const { status, stdout, stderr } = await colophon('red.pdf', '--json');
    expect(status).toBe(1);
    expect(stderr).toBe('');
    const { ok, messages, artifacts } = JSON.parse(stdout) as Record<string, unknown>;
    expect(ok).toBe(false);
    expect(messages).toEqual([
      expect.objectContaining({ file: 'red.pdf', page: 1, rule: 'pdf-colour-space' }),
    ]);
    expect(artifacts).toEqual([expect.objectContaining({ path: 'red.pdf', kind: 'pdf' })]);
  });

  it.each([
    [[], 'needs a file or a folder'],
    [['nowhere.pdf'], 'There is no file or folder nowhere.pdf'],
    [['book.pdf', '--as', 'wall'], '--as takes screen, press or cover'],
    [['book.pdf', '--printer', 'nobody'], '--printer takes'],
  ])('calls %j wrong usage', async (args, reason) => {
    const { status, stderr } = await colophon(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(reason);
  });
});
