import { posix } from 'node:path';
import type { VFile } from 'vfile';
import { z } from 'zod';
import { onePathSpelling } from '../../book/addresses/file-path.ts';
import type { DeclaredPart } from '../../book/rights.ts';
import { parseFullDate } from '../book-yaml/fields.ts';
import { licence } from '../book-yaml/licence-schema.ts';
import { mapping, parsed, text, truth, url, whole } from '../yaml/schema.ts';
import { reportIssues } from '../yaml/schema-issues.ts';
import { withoutFaults } from '../yaml/without-faults.ts';
import type { Path, YamlDocument } from '../yaml/yaml-document.ts';

/** A part as one file declares it; the same may be declared elsewhere too. */
export interface Declaration {
  readonly kind: 'image' | 'source';
  /** The path of the image in the manuscript folder, or the key of the source. */
  readonly key: string;
  readonly part: DeclaredPart;
}

const day = () => parsed('a full date such as 2015-05-31', parseFullDate).exactOptional();

const entry = mapping({
  title: text().exactOptional(),
  creator: text().exactOptional(),
  holder: text().exactOptional(),
  url: url().exactOptional(),
  credit: text().exactOptional(),
  license: licence.optional(),
  altered: truth().exactOptional(),
  permission: mapping({
    granted: day(),
    until: day(),
    note: text().exactOptional(),
  })
    .superRefine(({ granted, until }, context) => {
      if (granted === undefined || until === undefined || granted <= until) return;
      context.addIssue({ code: 'custom', path: ['until'], message: `a date after ${granted}` });
    })
    .exactOptional(),
  limit: whole(0, 100_000_000).exactOptional(),
});

const register = mapping({
  images: entriesBy('a mapping from the paths of images to what is declared of them').exactOptional(),
  sources: entriesBy('a mapping from the keys of sources to what is declared of them').exactOptional(),
});

/**
 * The parts a YAML document declares, in its order; what is wrong with one is a message, and
 * the rest of it is kept.
 *
 * @param file the file the document came from; paths of images are relative to it
 * @param document the document
 * @param at where the register stands in it
 * @param value what stands there
 */
export function declarationsIn(file: VFile, document: YamlDocument, at: Path, value: unknown): Declaration[] {
  const { images = {}, sources = {} } = checked(file, document, at, register, value);
  const folder = posix.dirname(file.path);
  return [
    ...Object.entries(images).map(([path, written]): Declaration => {
      const part = partAt(file, document, [...at, 'images', path], written);
      return { kind: 'image', key: posix.join(folder, onePathSpelling(path)), part };
    }),
    ...Object.entries(sources).map(([key, written]): Declaration => {
      return { kind: 'source', key, part: partAt(file, document, [...at, 'sources', key], written) };
    }),
  ];
}

function partAt(file: VFile, document: YamlDocument, at: Path, value: unknown): DeclaredPart {
  const { license, ...rest } = checked(file, document, at, entry, value);
  const place = document.keyAt(at);
  return {
    ...rest,
    ...(license === undefined ? {} : { license }),
    file,
    position: { start: place, end: place },
  };
}

/** What of a value follows its schema, all keys of which are optional. */
function checked<Schema extends z.ZodObject>(
  file: VFile,
  document: YamlDocument,
  at: Path,
  schema: Schema,
  value: unknown,
): z.infer<Schema> {
  const first = schema.safeParse(value);
  if (first.success) return first.data;
  const { issues } = first.error;
  reportIssues(
    file,
    document,
    issues.map((issue) => ({ ...issue, path: [...at, ...issue.path] })),
  );
  return schema.parse(withoutFaults(value, schema.shape, issues));
}

function entriesBy(accepted: string) {
  return z.custom<Readonly<Record<string, unknown>>>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    { error: accepted },
  );
}
