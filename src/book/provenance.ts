import { z } from 'zod';
import { fileName, largestManifest, sha256 } from './manifest.ts';

/** The file names of what tells where a release comes from. */
export const sbomName = 'sbom.cdx.json';
export const provenanceName = 'provenance.intoto.json';

/** The name of what a book shares with others, among the materials: the nearest `colophon.yaml` around it. */
export const sharedMaterial = 'series/colophon.yaml';

/** How a release was made: whoever builds so again, from the same revision and with the same programs, gets its bytes. */
export const buildType = 'pkg:npm/colophon#build/v1';

const statementType = 'https://in-toto.io/Statement/v1';
const predicateType = 'https://slsa.dev/provenance/v1';

const digest = z.object({
  sha256: sha256.exactOptional(),
  sha512: z.string().exactOptional(),
  gitCommit: z
    .string()
    .regex(/^[\da-f]{40}(?:[\da-f]{24})?$/)
    .exactOptional(),
});

/** Something that a build used, or that it made (ResourceDescriptor of in-toto 1.0). */
const resource = z.object({
  name: z.string().exactOptional(),
  uri: z.string().exactOptional(),
  digest: digest.exactOptional(),
  annotations: z.record(z.string(), z.unknown()).exactOptional(),
});

const parametersSchema = z.object({
  /** The folder of the manuscript in the work tree of Git; absent where it is under none. */
  folder: z.string().exactOptional(),
  /** The text that alone is the book, in that folder. */
  text: fileName.exactOptional(),
  editions: z.array(z.string()).min(1),
  report: z.boolean().exactOptional(),
  strict: z.boolean().exactOptional(),
  limits: z.record(z.string(), z.number()).exactOptional(),
  /** Whether steps of the caller's own have changed the book: only their program can build it again. */
  plugins: z.boolean().exactOptional(),
  /** The instant of last change in seconds since 1970, where somebody has stated one. */
  epoch: z.number().exactOptional(),
  /** The revision that the colophon line names, where somebody has stated one. */
  revision: z.string().exactOptional(),
});

/** What whoever asked for the build has asked for. */
export type BuildParameters = z.infer<typeof parametersSchema>;

const statementSchema = z.object({
  _type: z.literal(statementType),
  subject: z
    .array(z.object({ name: fileName, digest: z.object({ sha256 }) }))
    .min(1)
    .max(1000),
  predicateType: z.literal(predicateType),
  predicate: z.object({
    buildDefinition: z.object({
      buildType: z.literal(buildType),
      externalParameters: parametersSchema,
      resolvedDependencies: z.array(resource).max(1_000_000),
    }),
    runDetails: z.object({
      builder: z.object({ id: z.string(), version: z.record(z.string(), z.string()) }),
    }),
  }),
});

/** An in-toto statement of the provenance of a release (SLSA 1.0), as far as anything rests on it. */
export type Statement = z.infer<typeof statementSchema>;

/** A resource as a statement names it. */
export type Resource = z.infer<typeof resource>;

/** What a statement says. */
export interface StatementParts {
  readonly subject: ReadonlyArray<{ readonly path: string; readonly sha256: string }>;
  readonly parameters: BuildParameters;
  readonly materials: ReadonlyArray<Resource>;
  readonly builder: Statement['predicate']['runDetails']['builder'];
}

/**
 * The statement as a document.
 *
 * @see https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md
 * @see https://slsa.dev/spec/v1.0/provenance
 */
export function statementOf({ subject, parameters, materials, builder }: StatementParts): Statement {
  return {
    _type: statementType,
    subject: subject.map((file) => ({ name: file.path, digest: { sha256: file.sha256 } })),
    predicateType,
    predicate: {
      buildDefinition: {
        buildType,
        externalParameters: parameters,
        resolvedDependencies: [...materials],
      },
      runDetails: { builder },
    },
  };
}

/** The statement in a file; undefined where it is none of a build of ours. */
export function parseStatement(bytes: Uint8Array): Statement | undefined {
  if (bytes.length > largestManifest) return undefined;
  try {
    return statementSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return undefined;
  }
}

/** The commit that a release was made from, and what of its files that commit does not have. */
export function revisionOf({
  predicate,
}: Statement): { readonly commit: string; readonly uncommitted: ReadonlyArray<string> } | undefined {
  for (const { digest: hashes, annotations } of predicate.buildDefinition.resolvedDependencies) {
    if (hashes?.gitCommit === undefined) continue;
    const { uncommitted } = annotations ?? {};
    return {
      commit: hashes.gitCommit,
      uncommitted: Array.isArray(uncommitted) ? uncommitted.map(String) : [],
    };
  }
  return undefined;
}
