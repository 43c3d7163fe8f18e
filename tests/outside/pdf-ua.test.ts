import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { build } from '../../src/build/build.ts';
import { hasFile, output } from './tools.ts';

/** The jar of `org.verapdf.apps:greenfield-apps` on Maven Central: https://verapdf.org */
const verapdf = process.env['VERAPDF_JAR'];
const root = new URL('../../', import.meta.url).pathname;
const books = [
  { name: 'the Handbook', folder: join(root, 'manuscript') },
  { name: 'a book of everything', folder: join(root, 'tests/fixtures/pdf-ua/everything') },
  { name: 'a book from right to left', folder: join(root, 'tests/fixtures/pdf-ua/right-to-left') },
  { name: 'the article', folder: join(root, '../shared/books/entente') },
  { name: 'Moby-Dick', folder: join(root, '../shared/books/moby-dick') },
].filter(({ folder }) => existsSync(folder));

interface Report {
  readonly report: {
    readonly jobs: ReadonlyArray<{
      readonly validationResult: ReadonlyArray<{
        readonly compliant: boolean;
        readonly details: {
          readonly passedChecks: number;
          readonly failedChecks: number;
          readonly ruleSummaries: ReadonlyArray<{
            readonly clause: string;
            readonly testNumber: number;
            readonly failedChecks: number;
            readonly description: string;
          }>;
        };
      }>;
    }>;
  };
}

describe.runIf(hasFile(verapdf, 'veraPDF'))('veraPDF, with its profile of PDF/UA-1', () => {
  const temporary = mkdtempSync(join(tmpdir(), 'colophon-verapdf-'));
  afterAll(() => rmSync(temporary, { recursive: true, force: true }));

  it.each(books)(
    'finds nothing to object to in $name',
    async ({ folder }) => {
      const { artifacts } = await build(folder, { only: ['pdf'] });
      const pdf = artifacts.find(({ kind }) => kind === 'pdf');
      expect(pdf).toBeDefined();
      const file = join(temporary, 'book.pdf');
      writeFileSync(file, pdf?.bytes ?? '');
      const [result] = validated(file);
      const broken = result?.details.ruleSummaries.map(
        ({ clause, testNumber, failedChecks, description }) =>
          `${clause}-${testNumber}, ${failedChecks} times: ${description}`,
      );
      expect(broken).toEqual([]);
      expect(result?.compliant).toBe(true);
      expect(result?.details.failedChecks).toBe(0);
      expect(result?.details.passedChecks).toBeGreaterThan(1000);
      // Millions of checks.
    },
    600_000,
  );
});

function validated(file: string): Report['report']['jobs'][number]['validationResult'] {
  // Its main class is a window; this is the command line. Failed checks are its exit code too.
  const command =
    'java -cp "$0" org.verapdf.apps.GreenfieldCliWrapper --flavour ua1 --format json "$1" || true';
  const text = output('sh', ['-c', command, verapdf ?? '', file]);
  return (JSON.parse(text) as Report).report.jobs[0]?.validationResult ?? [];
}
