import type { Artifact } from '../book/artifact.ts';
import type { NoteConservation } from '../book/conservation.ts';
import { provenanceName, sbomName } from '../book/provenance.ts';
import { keptPlaces } from '../book/written.ts';
import { accessibilityOf, type Accessibility } from '../emit/accessibility.ts';
import { emitOnix } from '../emit/onix/emit-onix.ts';
import { emitSchemaOrg } from '../emit/schema-org/emit-schema-org.ts';
import { readBytes } from '../machine/bytes/read-bytes.ts';
import type { RecordedFiles } from '../read/files/recorded-files.ts';
import { artifact, withChecksums, withManifest, type ReleaseFacts } from '../release/artifacts.ts';
import { version } from '../version.ts';
import { contentsOf, mediaOf, pagesOf } from './contents.ts';
import type { Proof } from './editions/edition.ts';
import type { Findings } from './findings.ts';
import type { Job } from './job.ts';
import type { Made } from './make.ts';
import { truthOf, type Proved } from './prove.ts';
import type { Expected } from './work/conservation.ts';

/** The records for the trade. */
interface Records {
  readonly onix: Artifact<Uint8Array>;
  readonly jsonLd: Artifact<Uint8Array>;
}

/**
 * The release: editions, covers, records, report, manifest and checksums. Their facts are compared, since all
 * must say the same of the book.
 *
 * @param read the files of the manuscript, where somebody wants to know
 */
export async function assemble(
  made: Made,
  proved: Proved,
  job: Job,
  read?: RecordedFiles,
): Promise<Artifact[]> {
  const { files, covers } = made;
  const { findings } = job;
  const accessibility = accessibilityIn(made);
  const records = recordsOf(made, accessibility);
  const described: Artifact[] = [
    ...Object.values(files),
    ...Object.values(covers),
    ...Object.values(records),
  ];
  const facts = {
    ...manifestOf(made, proved, findings, await made.making.expected),
    ...(read !== undefined && { evidence: [sbomName, provenanceName] }),
  };
  const { makeReport } = await import('./report/make-report.ts');
  described.push(await makeReport(made, facts, described, accessibility, job));
  const artifacts = await proven(withManifest(described, facts), made, job, read);
  const { checkFacts } = await import('../prove/facts/check-facts.ts');
  const [epub, manifest] = await Promise.all([
    legible(files.epub),
    legible(artifacts.find(({ kind }) => kind === 'manifest')),
  ]);
  findings.addFinished(await checkFacts({ ...files, epub, ...records, manifest }, truthOf(made)));
  return artifacts;
}

/** The release with what tells where it comes from, its checksums and their signature. */
async function proven(
  files: ReadonlyArray<Artifact>,
  made: Made,
  job: Job,
  read: RecordedFiles | undefined,
): Promise<Artifact[]> {
  if (read === undefined) return withChecksums(files);
  const { evidenceOf } = await import('./provenance/evidence.ts');
  const all = withChecksums([...files, ...(await evidenceOf(made, read, files, job))]);
  const { sign: signing } = job.options;
  const checksums = all.at(-1);
  if (signing === undefined || checksums === undefined) return all;
  const { sign } = await import('../release/signatures/sign.ts');
  const { path, bytes } = await sign(await readBytes(checksums.bytes), signing);
  return [...all, artifact(path, 'signature', bytes)];
}

/** A finished file, in memory as far as facts are read from it. */
async function legible(file: Artifact | undefined): Promise<Artifact<Uint8Array> | undefined> {
  if (file === undefined) return undefined;
  const { excerptOf } = await import('../preflight/epub/excerpt.ts');
  const bytes = file.kind === 'epub' ? await excerptOf(file.bytes) : await readBytes(file.bytes);
  return { ...file, bytes };
}

function accessibilityIn({ making, hasPages }: Made): Accessibility {
  const { book, assets } = making.composed;
  return accessibilityOf(book, assets, hasPages);
}

function recordsOf({ making, printed, files }: Made, accessibility: Accessibility): Records {
  const { metadata, labels } = making.composed.book;
  const facts = {
    labels,
    files,
    ...(printed !== undefined && { pages: printed.pageMap.pages }),
    accessibility,
  };
  return {
    onix: artifact(`${metadata.slug}.onix.xml`, 'onix', emitOnix(metadata, facts)),
    jsonLd: artifact(`${metadata.slug}.jsonld`, 'json-ld', emitSchemaOrg(metadata, facts)),
  };
}

/** What the manifest says beyond the files: of what and by what they were made, and what checks found. */
function manifestOf(
  { making, notes, printed, proofs, written }: Made,
  { preflight }: Proved,
  findings: Findings,
  expected: Expected,
): ReleaseFacts {
  const { composed, source } = making;
  const { printing, selling } = source.manuscript;
  const media = mediaOf(composed);
  const all = Object.values(proofs);
  return {
    metadata: composed.book.metadata,
    ...(printed !== undefined && { pages: printed.pageMap.pages.length }),
    contents: contentsOf(composed, expected, printed?.pageMap),
    ...(printed !== undefined && { pageMap: pagesOf(printed.pageMap, proofs.epub?.marks) }),
    media,
    ...(selling !== undefined &&
      written !== undefined && {
        written: {
          ...keptPlaces(written, media),
          selling: { file: selling.file, places: selling.places },
        },
      }),
    tools: { colophon: version },
    fonts: composed.fonts.map(({ file }) => file),
    checks: {
      manuscript: { messages: findings.inManuscript() },
      ...Object.fromEntries(
        all.flatMap(({ checks }) =>
          Object.entries(checks ?? {}).map(([name, messages]) => [
            name,
            { messages: findings.weighed(messages) },
          ]),
        ),
      ),
      ...(preflight !== undefined && {
        preflight: {
          messages: findings.weighed(preflight),
          ...(printing?.chosen === true && { printer: printing.printer.name }),
        },
      }),
      notes: {
        messages: all.flatMap((proof) => proof.notes.messages),
        ...notesConserved(notes, proofs),
      },
      text: {
        messages: all.flatMap(({ text }) => text.messages),
        ...countsOf(proofs, ({ text }) => text.count),
      },
    },
  };
}

function notesConserved(notes: Made['notes'], proofs: Made['proofs']): NoteConservation {
  return {
    manuscript: {
      notes: notes.length,
      citations: notes.reduce((sum, { citations }) => sum + citations.length, 0),
    },
    ...(countsOf(proofs, (proof) => proof.notes.count) as Omit<NoteConservation, 'manuscript'>),
  };
}

/** What was counted in each edition, by its name. */
function countsOf<Count>(proofs: Made['proofs'], countOf: (proof: Proof) => Count): Record<string, Count> {
  return Object.fromEntries(Object.entries(proofs).map(([name, proof]) => [name, countOf(proof)]));
}
