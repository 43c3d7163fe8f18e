import { beforeAll, describe, expect, it } from 'vitest';
import { wholeBook, type WholeBookName } from '../support/whole-books.ts';
import { hasFile, output } from './tools.ts';

/** The jar of `org.verapdf.apps:greenfield-apps`: https://verapdf.org */
const verapdf = process.env['VERAPDF_JAR'];
const names: WholeBookName[] = [
  'the Handbook',
  'a book of everything',
  'a book from right to left',
  'an article',
  'a long novel',
];

interface Report {
  readonly report: {
    readonly jobs: ReadonlyArray<{
      readonly itemDetails: { readonly name: string };
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
  let results: Array<Result | undefined>;
  beforeAll(async () => {
    const files: string[] = [];
    for (const name of names) files.push((await wholeBook(name)).file('pdf'));
    results = validated(files);
    // Millions of checks.
  }, 600_000);

  it.each(names)('finds nothing to object to in %s', (name) => {
    const result = results[names.indexOf(name)];
    const broken = result?.details.ruleSummaries.map(
      ({ clause, testNumber, failedChecks, description }) =>
        `${clause}-${testNumber}, ${failedChecks} times: ${description}`,
    );
    expect(broken).toEqual([]);
    expect(result?.compliant).toBe(true);
    expect(result?.details.failedChecks).toBe(0);
    expect(result?.details.passedChecks).toBeGreaterThan(1000);
  });
});

type Result = Report['report']['jobs'][number]['validationResult'][number];

/** The verdicts on files, all reached in one virtual machine. */
function validated(files: ReadonlyArray<string>): Array<Result | undefined> {
  // Its main class is a window; this is the command line. Failed checks are its exit code too.
  const command =
    'java -XX:+UseSerialGC -cp "$0" org.verapdf.apps.GreenfieldCliWrapper --flavour ua1 --format json "$@" || true';
  const text = output('sh', ['-c', command, verapdf ?? '', ...files]);
  const { jobs } = (JSON.parse(text) as Report).report;
  return files.map((file) => jobs.find(({ itemDetails }) => itemDetails.name === file)?.validationResult[0]);
}
