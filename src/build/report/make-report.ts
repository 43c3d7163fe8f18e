import { fileURLToPath } from 'node:url';
import type { Artifact } from '../../book/artifact.ts';
import type { NoteConservation, TextCount } from '../../book/conservation.ts';
import type { Accessibility } from '../../emit/accessibility.ts';
import { emitReport } from '../../emit/report/emit-report.ts';
import type { ReportedCheck, ReportedRelease } from '../../emit/report/reported-release.ts';
import { rightsStatement } from '../../emit/rights-statement.ts';
import { installedPackages } from '../../machine/installed-packages.ts';
import { artifact, type ReleaseFacts } from '../../release/artifacts.ts';
import { version } from '../../version.ts';
import type { Job } from '../job.ts';
import type { Made } from '../make.ts';
import { knownOfPrint } from './known-of-print.ts';
import { dictionary } from '../../book/dictionary.ts';

/**
 * The report of a release for people, with pictures where they are wanted.
 *
 * @param facts what the manifest says of it
 * @param files all other files of the release
 */
export async function makeReport(
  made: Made,
  facts: ReleaseFacts,
  files: ReadonlyArray<Artifact>,
  accessibility: Accessibility,
  job: Job,
): Promise<Artifact> {
  const { metadata, labels } = made.making.composed.book;
  const release: ReportedRelease = {
    metadata,
    version,
    known: {
      ...(made.printed !== undefined && knownOfPrint(made.making.source, made.printed)),
      words: sumOf(facts, 'words'),
      notes: sumOf(facts, 'notes'),
      images: imagesIn(made),
      sections: facts.contents.length,
      fonts: facts.fonts,
    },
    contents: facts.contents,
    pageLabels: (facts.pageMap ?? []).map(({ label }) => label),
    holes: made.printed?.pageMap.holes ?? [],
    checks: checksOf(facts),
    notes: facts.checks['notes'] as unknown as NoteConservation,
    text: textOf(facts),
    rights: rightsStatement(metadata, labels),
    accessibility,
    files: files.map(({ path, kind, bytes, sha256 }) => ({ path, kind, size: bytes.length, sha256 })),
    pictures: job.options.report === true ? await picturesIn(made, facts, job) : undefined,
  };
  return artifact('report.html', 'report', await emitReport(release));
}

/** The checks in words. */
const names = dictionary<string>({
  manuscript: 'Manuscript',
  epubcheck: 'EPUB',
  stores: 'Stores',
  preflight: 'PDFs',
  notes: 'Notes in the finished files',
  text: 'Words in the finished files',
});

function checksOf({ checks }: ReleaseFacts): ReportedCheck[] {
  return Object.entries(checks).map(([name, { messages }]) => ({
    name: names[name] ?? name,
    tool: name === 'epubcheck' ? epubcheck() : `Colophon ${version}`,
    messages,
  }));
}

/** The checker that decides; what others find is told among the messages of a build. */
function epubcheck(): string {
  const own = fileURLToPath(import.meta.resolve('colophon/package.json'));
  const found = installedPackages(own, false).find(({ name }) => name === '@likecoin/epubcheck-ts');
  return ['epubcheck-ts', found?.version].filter(Boolean).join(' ');
}

function imagesIn({ making }: Made): number {
  const assets = [...making.composed.assets.values()];
  return assets.filter(({ mediaType }) => mediaType.startsWith('image/')).length;
}

function textOf({ checks }: ReleaseFacts): Record<string, TextCount> {
  const { messages: _messages, ...counts } = checks['text'] ?? { messages: [] };
  return counts as unknown as Record<string, TextCount>;
}

function sumOf({ contents }: ReleaseFacts, what: 'words' | 'notes'): number {
  return contents.reduce((all, each) => all + each[what], 0);
}

/** What takes pictures is loaded where there are any. */
async function picturesIn(made: Made, facts: ReleaseFacts, job: Job): Promise<ReportedRelease['pictures']> {
  const { picturesOf } = await import('./pictures.ts');
  return picturesOf(made, facts, job);
}
