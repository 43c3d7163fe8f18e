import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { chooseBrowser } from '../../src/emit/pdf/browser/browser.ts';
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
        ({ 'earl:test': test, 'earl:result': result }) =>
          `${document['earl:testSubject'].url}: ${test['dct:title']} (${test['earl:impact']}): ${result['dct:description']}`,
      ),
    );
    expect(violations).toEqual([]);
    expect(found['earl:result']['earl:outcome']).toBe('pass');
  });
});
