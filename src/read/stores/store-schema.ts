import { z } from 'zod';
import type { DemandName, Store } from '../../book/store.ts';

/*
 * The schema of a store's data file. Numbers of bytes carry their unit, so that they can be compared
 * with the source as it stands.
 */

const units = { kB: 1e3, MB: 1e6, GB: 1e9 } as const;

const bytes = z.string().transform((written, context): number => {
  const [, number, unit] = /^(\d+) (kB|MB|GB)$/.exec(written) ?? [];
  if (number !== undefined) return Number(number) * units[unit as keyof typeof units];
  context.addIssue({ code: 'custom', message: `"${written}" is no number of bytes` });
  return z.NEVER;
});

const told = { severity: z.enum(['error', 'warning']), source: z.string() };

const plain = z.strictObject(told).exactOptional();

function range<Figure extends z.ZodType<number>>(figure: Figure) {
  return z
    .strictObject({ ...told, least: figure.exactOptional(), most: figure.exactOptional() })
    .exactOptional();
}

const pixels = range(z.int().positive());
const ratio = range(z.number().positive());
const size = range(bytes);
const count = range(z.int().positive());
const types = z.strictObject({ ...told, only: z.array(z.string()).min(1) }).exactOptional();

const demands = z.strictObject({
  cover: plain,
  coverShorterSide: pixels,
  coverLongerSide: pixels,
  coverRatio: ratio,
  coverBytes: size,
  coverTypes: types,
  imagePixels: pixels,
  imageSide: pixels,
  imageBytes: size,
  imageTypes: types,
  fontTypes: types,
  media: plain,
  epubBytes: size,
  textBytes: size,
  fileNames: plain,
  encryption: plain,
  obfuscation: plain,
  remote: plain,
  scripts: plain,
  forms: plain,
  math: plain,
  switches: plain,
  contents: plain,
  ncx: plain,
  pageList: plain,
  reflowable: plain,
  overlays: plain,
  title: plain,
  language: plain,
  identifier: plain,
  isbn: plain,
  creator: plain,
  description: count,
} satisfies Record<DemandName, z.ZodType>);

/** Everything that a store can ask for. */
export const demandNames = Object.keys(demands.shape) as ReadonlyArray<DemandName>;

/** A file of templates/stores/; its name is the store's. */
export const storeSchema = z.strictObject({
  title: z.string(),
  sources: z.record(z.string(), z.strictObject({ title: z.string(), url: z.url(), date: z.iso.date() })),
  unconfirmed: z.array(z.enum(demandNames)),
  demands,
}) satisfies z.ZodType<Omit<Store, 'name'>>;
