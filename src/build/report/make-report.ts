import { fileURLToPath } from 'node:url';
import type { Artifact } from '../../book/artifact.ts';
import type { NoteConservation, TextCount } from '../../book/conservation.ts';
import { spineWidth } from '../../book/spine.ts';
import type { Accessibility } from '../../emit/accessibility.ts';
import { emitReport } from '../../emit/report/emit-report.ts';
import type { ReportedCheck, ReportedRelease } from '../../emit/report/reported-release.ts';
import { rightsStatement } from '../../emit/rights-statement.ts';
import { installedPackages } from '../../machine/installed-packages.ts';
import { artifact, type ReleaseFacts } from '../../release/artifacts.ts';
import { version } from '../../version.ts';
import type { Job } from '../job.ts';
import type { Made } from '../make.ts';
import { picturesOf } from './pictures.ts';

/**
 * The report of a release for people.
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
    pages: facts.pages,
    images: imagesIn(made),
    fonts: facts.fonts,
    spine: spineOf(made),
    contents: facts.contents,
    pageLabels: (facts.pageMap ?? []).map(({ label }) => label),
    checks: checksOf(facts),
    notes: facts.checks['notes'] as unknown as NoteConservation,
    text: textOf(facts),
    rights: rightsStatement(metadata, labels),
    accessibility,
    files: files.map(({ path, kind, bytes, sha256 }) => ({ path, kind, size: bytes.length, sha256 })),
    pictures: await picturesOf(made, facts, job),
  };
  return artifact('report.html', 'report', await emitReport(release));
}

/** The checks in words. */
const names: Readonly<Record<string, string>> = {
  manuscript: 'Manuscript',
  epubcheck: 'EPUB',
  stores: 'Stores',
  preflight: 'PDFs',
  notes: 'Notes in the finished files',
  text: 'Words in the finished files',
};

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

function spineOf({ making, printed }: Made): number | undefined {
  const { printing } = making.source.manuscript;
  if (printing?.chosen !== true || printed === undefined) return undefined;
  const { length } = printed.pageMap.pages;
  return spineWidth(printing.printer, printing.paper, length + (length % 2));
}
