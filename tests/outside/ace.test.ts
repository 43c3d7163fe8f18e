import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test, vi } from 'vitest';
import { EnvironmentError } from '../../src/book/errors.ts';
import { noShelf } from '../../src/book/shelf.ts';
import { build } from '../../src/build/build.ts';
import { chooseBrowser } from '../../src/emit/pdf/browser/browser.ts';
import { judgeByAce } from '../../src/preflight/epub/judge-by-ace.ts';
import { folderOf } from '../builders/folder.ts';
import { wholeBook, type WholeBookName } from '../support/whole-books.ts';
import { hasFile } from './tools.ts';

/** The folder `@daisy/ace-cli` is installed in: https://daisy.github.io/ace */
const ace = join(process.env['ACE_HOME'] ?? '/nowhere', 'node_modules/@daisy/ace-cli/bin/ace.js');
const names: WholeBookName[] = ['the Handbook', 'an article'];

interface Report {
  readonly 'earl:result': { readonly 'earl:outcome': string };
  readonly assertions: ReadonlyArray<{
    readonly 'earl:testSubject': { readonly url: string };
    readonly assertions: ReadonlyArray<{
      readonly 'earl:test': { readonly 'dct:title': string; readonly 'earl:impact': string };
      readonly 'earl:result': { readonly 'dct:description': string };
    }>;
  }>;
}

describe.runIf(hasFile(ace, 'Ace'))('Ace by DAISY', () => {
  const temporary = mkdtempSync(join(tmpdir(), 'colophon-ace-'));
  afterAll(() => rmSync(temporary, { recursive: true, force: true }));

  it.each(names)('finds nothing to object to in %s', async (name) => {
    const book = await wholeBook(name);
    const report = join(temporary, name.replaceAll(' ', '-'));
    const { executable, env } = await chooseBrowser(process.env['PUPPETEER_EXECUTABLE_PATH']);
    execFileSync(process.execPath, [ace, '--force', '--silent', '--outdir', report, book.file('epub')], {
      env: {
        ...process.env,
        ...env,
        PUPPETEER_EXECUTABLE_PATH: executable,
        // A busy machine takes longer than Ace's five seconds to start a browser.
        ACE_TIMEOUT_INITIAL: '60000',
      },
    });
    const found = JSON.parse(readFileSync(join(report, 'report.json'), 'utf8')) as Report;
    const violations = found.assertions.flatMap((document) =>
      document.assertions.map(
        ({ 'earl:test': { 'dct:title': title, 'earl:impact': impact }, 'earl:result': result }) =>
          `${document['earl:testSubject'].url}: ${title} (${impact}): ${result['dct:description']}`,
      ),
    );
    expect(violations).toEqual([]);
    expect(found['earl:result']['earl:outcome']).toBe('pass');
  });

  it('is asked by a build where ACE names it, and told of at the line of the manuscript', async () => {
    vi.stubEnv('ACE', ace);
    const folder = await folderOf({
      'book.yaml': 'title: Pale\nlanguage: en\nepub: { pages: false }\n',
      'theme.css': 'em { color: #ddd }\n',
      '01.md':
        '# One\n\nText.[^1]\n\nRead <a href="https://example.org/"></a> *pale* words.\n\n[^1]: A *pale* one.\n',
    });
    const { messages, ok } = await build(folder, { only: ['epub'] }).finally(() => vi.unstubAllEnvs());
    expect(ok).toBe(true);
    const found = messages.filter(({ rule }) => rule.startsWith('ace/'));
    expect(
      found
        .map(({ file, line, column, rule, severity }) => `${file}:${line}:${column} ${severity} ${rule}`)
        .toSorted(),
    ).toEqual([
      '01.md:5:42 warning ace/color-contrast',
      '01.md:5:6 warning ace/link-name',
      '01.md:7:9 warning ace/color-contrast',
    ]);
    expect(found[0]?.reason).toMatch(/ \(Ace \d+\.\d+\.\d+\) \(pale\.epub\/OEBPS\/\w.*\.xhtml:\d+:\d+\)$/);
  });
});

test('an Ace that is none stops what asks for it', async () => {
  vi.stubEnv('ACE', '/nowhere/ace.js');
  const asked = judgeByAce(
    new Uint8Array(),
    'a.epub',
    () => Promise.reject(new Error('not asked for')),
    noShelf,
  );
  await expect(asked.finally(() => vi.unstubAllEnvs())).rejects.toThrow(EnvironmentError);
});
