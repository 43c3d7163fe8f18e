import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Message } from '../../book/messages/messages.ts';
import { preflightRules, type PreflightRuleId } from '../../book/messages/preflight-rules.ts';

/** What a manifest says of the files of a release, as far as they are held against it. */
const manifestSchema = z.object({
  metadata: z.object({
    print: z.object({
      trim: z.object({ width: z.number(), height: z.number() }),
      bleed: z.number(),
      printer: z.string().optional(),
      ink: z.string().optional(),
    }),
  }),
  artifacts: z.array(z.object({ path: z.string(), kind: z.string(), sha256: z.string() })),
  pages: z.number().optional(),
});

/** `release.json`. */
export type Manifest = z.infer<typeof manifestSchema>;

const manifestName = 'release.json';
const checksumsName = 'SHA256SUMS';

/** A release as its folder has it. */
export interface ReadRelease {
  /** Undefined where it is missing or broken. */
  readonly manifest: Manifest | undefined;
  readonly messages: ReadonlyArray<Message>;
}

/**
 * Reads the manifest and the checksums of a release and holds its files against them.
 *
 * @param files the files of the folder by their names
 */
export function readRelease(files: ReadonlyMap<string, Uint8Array>): ReadRelease {
  const manifest = readManifest(files.get(manifestName));
  const messages: Message[] = [];
  if (manifest === undefined) {
    const state = files.has(manifestName) ? 'cannot be read' : 'is missing';
    messages.push(message('release-file', manifestName, `The manifest of the release ${state}`));
  }
  const sums = checksums(files.get(checksumsName));
  if (sums === undefined)
    messages.push(message('release-file', checksumsName, 'The checksums of the release are missing'));
  const stated = [
    ...(sums ?? []),
    ...(manifest?.artifacts ?? []).map(({ path, sha256 }) => [path, sha256] as const),
  ];
  const told = new Set<string>();
  for (const [path, sha256] of stated) {
    const bytes = files.get(path);
    if (told.has(path)) continue;
    if (bytes === undefined)
      messages.push(message('release-file', path, 'The file is missing from the release'));
    else if (createHash('sha256').update(bytes).digest('hex') !== sha256)
      messages.push(message('release-checksum', path, 'The file is not the one that was released'));
    else continue;
    told.add(path);
  }
  return { manifest, messages };
}

function readManifest(bytes: Uint8Array | undefined): Manifest | undefined {
  try {
    return manifestSchema.safeParse(JSON.parse(Buffer.from(bytes ?? []).toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

/** Names and sums as `sha256sum` writes them. */
function checksums(bytes: Uint8Array | undefined): Array<readonly [string, string]> | undefined {
  if (bytes === undefined) return undefined;
  const lines = Buffer.from(bytes)
    .toString('utf8')
    .matchAll(/^([\da-f]{64}) [ *](.+)$/gim);
  return [...lines].map(([, sum = '', path = '']) => [path, sum.toLowerCase()] as const);
}

function message(rule: PreflightRuleId, file: string, reason: string): Message {
  return { file, line: 1, column: 1, rule, reason, ...preflightRules[rule] };
}
