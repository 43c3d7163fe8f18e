import { z } from 'zod';
import type { ReleasedMedium, ReleasedSection } from './contents.ts';
import type { Message } from './messages/messages.ts';
import { severities, type Severity } from './messages/rule.ts';
import type { RuleId } from './messages/rules.ts';

/** The file names of what describes a release. */
export const manifestName = 'release.json';
export const checksumsName = 'SHA256SUMS';

/** The most bytes a manifest may have, or a list of checksums. */
export const largestManifest = 2 ** 25;

/**
 * A name of a file in the folder itself: no way to another place, on no system.
 *
 * @internal
 */
export const fileName = z
  .string()
  .max(255)
  .regex(/^(?!\.)[^\p{Cc}/\\:]+$/u);

/**
 * A SHA-256.
 *
 * @internal
 */
export const sha256 = z.string().regex(/^[\da-f]{64}$/);

/**
 * A message in a file that a build wrote.
 *
 * @internal
 */
export const message = z.object({
  file: z.string(),
  line: z.int(),
  column: z.int(),
  page: z.int().exactOptional(),
  severity: z.enum(severities),
  rule: z.string().transform((rule) => rule as RuleId),
  reason: z.string(),
  hint: z.string(),
});

/** What a manifest says of the files of a release, as far as anything rests on it. */
export interface Manifest {
  readonly metadata: {
    readonly language?: string | undefined;
    readonly identifiers?:
      | { readonly id?: string | undefined; readonly epub?: string | undefined }
      | undefined;
    readonly modified?: string | undefined;
    readonly print: {
      readonly trim: { readonly width: number; readonly height: number };
      readonly bleed: number;
      readonly bleedSides?: 'all' | 'outside' | undefined;
      readonly printer?: string | undefined;
      readonly paper?: string | undefined;
      readonly ink?: string | undefined;
    };
    readonly epub?: { readonly store?: string[] | undefined } | undefined;
    readonly rules?: Record<string, Severity | 'off'> | undefined;
  };
  readonly artifacts: Array<{
    readonly path: string;
    readonly kind: string;
    readonly bytes: number;
    readonly sha256: string;
  }>;
  /** Files that tell where the release comes from: of them SHA256SUMS has the hashes. */
  readonly evidence?: string[] | undefined;
  readonly pages?: number | undefined;
  readonly tools: { readonly colophon: string };
  readonly fonts?: string[] | undefined;
  readonly contents?: ReleasedSection[] | undefined;
  readonly pageMap?: Array<{ readonly label: string; readonly begins?: string | undefined }> | undefined;
  readonly media?: ReleasedMedium[] | undefined;
  /** Where it was written. */
  readonly written?: ReleasedPlaces | undefined;
  /** What the build warned of. */
  readonly checks?:
    | {
        readonly manuscript: Told;
        readonly epubcheck?: Told | undefined;
        readonly stores?: Told | undefined;
        readonly preflight?: Told | undefined;
      }
    | undefined;
}

interface ReleasedPlaces {
  readonly files: string[];
  readonly sections: Record<string, string>;
  readonly selling: {
    readonly file: string;
    readonly places: Record<'store' | 'cover' | 'description' | 'isbn', Place>;
  };
}

interface Place {
  readonly line: number;
  readonly column: number;
}

interface Told {
  readonly messages: Message[];
}

const told = z.object({ messages: z.array(message).max(100_000) });

const point = z.object({ line: z.int().positive(), column: z.int().positive() });

const sectionSchema = z.object({
  id: z.string(),
  role: z.string(),
  title: z.string(),
  number: z.string().optional(),
  page: z.int().nonnegative().optional(),
  pages: z.int().nonnegative().optional(),
  words: z.int().nonnegative(),
  notes: z.int().nonnegative(),
  sha256,
}) satisfies z.ZodType<ReleasedSection>;

const manifestSchema: z.ZodType<Manifest> = z.object({
  metadata: z.object({
    language: z.string().optional(),
    identifiers: z.object({ id: z.string().optional(), epub: z.string().optional() }).optional(),
    modified: z.string().optional(),
    print: z.object({
      trim: z.object({ width: z.number(), height: z.number() }),
      bleed: z.number(),
      bleedSides: z.enum(['all', 'outside']).optional(),
      printer: z.string().optional(),
      paper: z.string().optional(),
      ink: z.string().optional(),
    }),
    epub: z.object({ store: z.array(z.string()).optional() }).optional(),
    rules: z.record(z.string(), z.enum([...severities, 'off'])).optional(),
  }),
  artifacts: z
    .array(z.object({ path: fileName, kind: z.string(), bytes: z.int().nonnegative(), sha256 }))
    .max(1000),
  /** Files that tell where the release comes from: of them SHA256SUMS has the hashes. */
  evidence: z.array(fileName).max(100).optional(),
  pages: z.number().optional(),
  tools: z.object({ colophon: z.string() }),
  fonts: z.array(z.string()).max(1000).optional(),
  contents: z.array(sectionSchema).max(100_000).optional(),
  pageMap: z
    .array(z.object({ label: z.string(), begins: z.string().optional() }))
    .max(100_000)
    .optional(),
  media: z
    .array(
      z.object({
        path: z.string(),
        alt: z.string().optional(),
        mediaType: z.string().optional(),
        width: z.number().optional(),
        height: z.number().optional(),
        sha256,
      }),
    )
    .max(100_000)
    .optional(),
  /** Where it was written. */
  written: z
    .object({
      files: z.array(z.string()).max(100_000),
      sections: z.record(z.string(), z.string()),
      selling: z.object({
        file: z.string(),
        places: z.object({ store: point, cover: point, description: point, isbn: point }),
      }),
    })
    .optional()
    .catch(undefined),
  /** What the build warned of. */
  checks: z
    .object({
      manuscript: told,
      epubcheck: told.optional(),
      stores: told.optional(),
      preflight: told.optional(),
    })
    .optional()
    .catch(undefined),
});

/**
 * The manifest in a file, as far as it is one that Colophon wrote; undefined where it is another
 * tool's, broken, or names files outside its folder.
 */
export function parseManifest(bytes: Uint8Array): Manifest | undefined {
  if (bytes.length > largestManifest) return undefined;
  try {
    const manifest = manifestSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    const names = new Set([manifestName, checksumsName, ...manifest.artifacts.map(({ path }) => path)]);
    return names.size === manifest.artifacts.length + 2 ? manifest : undefined;
  } catch {
    return undefined;
  }
}

/** Checksums of files as `sha256sum -c` reads them. */
export function checksumsOf(files: Iterable<{ readonly path: string; readonly sha256: string }>): string {
  return [...files].map((file) => `${file.sha256}  ${file.path}\n`).join('');
}
