import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EnvironmentError } from '../../../src/book/errors.ts';
import { noShelf } from '../../../src/book/shelf.ts';
import { checkWithEpubcheck } from '../../../src/preflight/epub/check-with-epubcheck.ts';
import { findEpubcheck } from '../../../src/preflight/epub/official.ts';
import { makeEpub } from './make-epub.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'epubcheck-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A command in a folder of its own, put on the path in front of what it needs itself. */
async function command(name: string, script: string): Promise<{ PATH: string }> {
  const place = await mkdtemp(join(folder, 'bin-'));
  await writeFile(join(place, name), `#!/bin/sh\n${script}\n`);
  await chmod(join(place, name), 0o755);
  await symlink('/bin/sh', join(place, 'sh'));
  return { PATH: place };
}

const javaTool = 'echo "EPUBCheck v9.9.9"; exit 1';
const pythonWrapper = 'echo "usage: epubcheck [-h] [path]" >&2; exit 2';

describe.skipIf(process.platform === 'win32')('findEpubcheck', () => {
  it('finds the Java tool on the path, even if it exits with an error', async () => {
    expect(await findEpubcheck(await command('epubcheck', javaTool))).toMatchObject({
      version: '9.9.9',
      explicit: false,
    });
  });

  it('passes over the Python command of the same name', async () => {
    const wrapper = await command('epubcheck', pythonWrapper);
    expect(await findEpubcheck(wrapper)).toBeUndefined();
    const tool = await command('epubcheck', javaTool);
    const both = { PATH: `${wrapper.PATH}:${tool.PATH}` };
    expect((await findEpubcheck(both))?.description).toBe(join(tool.PATH, 'epubcheck'));
  });

  it('finds nothing where there is nothing', async () => {
    expect(await findEpubcheck({ PATH: folder })).toBeUndefined();
    expect(await findEpubcheck({})).toBeUndefined();
  });

  it('takes what EPUBCHECK names, by path or by name', async () => {
    const { PATH } = await command('my-checker', javaTool);
    expect(await findEpubcheck({ PATH, EPUBCHECK: 'my-checker' })).toMatchObject({ explicit: true });
    expect(await findEpubcheck({ PATH, EPUBCHECK: join(PATH, 'my-checker') })).toMatchObject({
      version: '9.9.9',
    });
  });

  it('says so where EPUBCHECK does not lead to EPUBCheck', async () => {
    await expect(findEpubcheck({ EPUBCHECK: join(folder, 'none.jar') })).rejects.toThrow(EnvironmentError);
    const { PATH } = await command('epubcheck', pythonWrapper);
    await expect(findEpubcheck({ PATH, EPUBCHECK: 'epubcheck' })).rejects.toThrow(
      /EPUBCHECK is set to "epubcheck"/,
    );
  });

  it('decides nothing where it merely happens to be installed', async () => {
    const report = {
      messages: [
        { ID: 'OPF-027', severity: 'ERROR', message: 'Undefined property: "x".', locations: [] },
        { ID: 'HTM-1', severity: 'WARNING', message: 'An element.', locations: [] },
      ],
    };
    const { PATH } = await command(
      'epubcheck',
      `if [ "$1" = --version ]; then echo "EPUBCheck v4.2.6"; else echo '${JSON.stringify(report)}' > "$3"; fi`,
    );
    const epub = await makeEpub('<p>Text</p>');
    const told = async (setting: Record<string, string>): Promise<string[]> => {
      const found = await findEpubcheck({ PATH, ...setting });
      const messages = await checkWithEpubcheck(epub, 'book.epub', found!, noShelf);
      return messages.map(({ severity, reason }) => `${severity} ${reason}`);
    };
    expect(await told({})).toEqual([
      'info Undefined property: "x" (EPUBCheck 4.2.6)',
      'info An element (EPUBCheck 4.2.6)',
    ]);
    expect(await told({ EPUBCHECK: 'epubcheck' })).toEqual([
      'error Undefined property: "x" (EPUBCheck 4.2.6)',
      'warning An element (EPUBCheck 4.2.6)',
    ]);
  });

  it('lets a failure pass only where nobody asked for it', async () => {
    const { PATH } = await command('epubcheck', javaTool);
    const epub = await makeEpub('<p>Text</p>');
    const found = await findEpubcheck({ PATH });
    expect(await checkWithEpubcheck(epub, 'book.epub', found!, noShelf)).toEqual([]);
    const demanded = await findEpubcheck({ PATH, EPUBCHECK: 'epubcheck' });
    await expect(checkWithEpubcheck(epub, 'book.epub', demanded!, noShelf)).rejects.toThrow(EnvironmentError);
  });
});
