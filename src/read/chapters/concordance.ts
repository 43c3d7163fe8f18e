import type { VFile } from 'vfile';
import { z } from 'zod';
import { limits } from '../../book/limits.ts';
import type { Concordance, ConcordanceEntry } from '../../book/concordance.ts';
import { report } from '../../book/messages/messages.ts';
import { mapping, oneOrMore, text } from '../yaml/schema.ts';
import { reportIssues } from '../yaml/schema-issues.ts';
import { readText } from '../files/text-file.ts';
import { withoutFaults } from '../yaml/without-faults.ts';
import { parseYaml, type Path, type YamlDocument } from '../yaml/yaml-document.ts';

const largest = limits['index-yaml-size'].most;
/** The term and two levels below it. */
const deepest = 3;

const entry = mapping({
  find: oneOrMore(text()).exactOptional(),
  sort: text().exactOptional(),
  see: text().exactOptional(),
  also: text().exactOptional(),
  sub: z
    .custom<Readonly<Record<string, unknown>>>(isMapping, { error: 'a mapping from sub-entries' })
    .exactOptional(),
});

/** index.yaml, read and checked. */
export interface IndexYaml {
  readonly file: VFile;
  readonly entries: Concordance;
}

/**
 * The entries index.yaml declares, or nothing where the manuscript has no such file. An entry
 * with nothing after its colon is found by its own words; a text or a list says by which instead.
 *
 * @param root the real path of the manuscript folder
 */
export async function readConcordance(root: string): Promise<IndexYaml | undefined> {
  const { file, fault } = await readText(root, 'index.yaml', largest, 'Keep index.yaml below 4 MB.');
  if (fault === 'missing') return undefined;
  const document = fault === undefined ? parseYaml(file, String(file.value)) : undefined;
  if (document === undefined || document.value === '') return { file, entries: [] };
  if (!isMapping(document.value)) {
    report(file, 'config-value', 'The YAML must be a mapping from the terms of the index', undefined, {
      hint: 'Write one term a line, with a colon behind it.',
    });
    return { file, entries: [] };
  }
  return { file, entries: entriesIn(file, document, [], [], document.value) };
}

function entriesIn(
  file: VFile,
  document: YamlDocument,
  at: Path,
  above: ReadonlyArray<string>,
  values: Readonly<Record<string, unknown>>,
): ConcordanceEntry[] {
  return Object.entries(values).flatMap(([term, value]): ConcordanceEntry[] => {
    const place = document.keyAt([...at, term]);
    const path = [...above, term];
    const given = { path, file, position: { start: place, end: place } };
    if (value === '') return [{ ...given, find: [plain(term)] }];
    if (!isMapping(value)) {
      const { find = [] } = checked(file, document, [...at, term], { find: value }, true);
      return [{ ...given, find }];
    }
    const { find = [], sub, ...rest } = checked(file, document, [...at, term], value, false);
    if (sub === undefined) return [{ ...given, ...rest, find }];
    if (path.length === deepest) {
      report(file, 'config-value', `"${term}" is as deep as sub-entries may be`, place, {
        hint: 'Keep to a term, a sub-entry and one more below it.',
      });
      return [];
    }
    return [{ ...given, ...rest, find }, ...entriesIn(file, document, [...at, term, 'sub'], path, sub)];
  });
}

/** What of an entry follows the schema; `short` where the value stood directly behind the term. */
function checked(
  file: VFile,
  document: YamlDocument,
  at: Path,
  value: Readonly<Record<string, unknown>>,
  short: boolean,
): z.infer<typeof entry> {
  const first = entry.safeParse(value);
  if (first.success) return first.data;
  const { issues } = first.error;
  const placed = issues.map((issue) => ({ ...issue, path: [...at, ...issue.path.slice(short ? 1 : 0)] }));
  reportIssues(file, document, placed);
  return entry.parse(withoutFaults(value, entry.shape, issues));
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A term without the asterisks that enclose italics. */
function plain(term: string): string {
  return term.replaceAll('*', '');
}
