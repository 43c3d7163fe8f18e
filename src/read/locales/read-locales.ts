import type { VFile } from 'vfile';
import type { z } from 'zod';
import { UsageError } from '../../book/errors.ts';
import { didYouMean } from '../../book/nearest.ts';
import { report } from '../../book/messages/messages.ts';
import { completed, type OwnLocale } from '../../language/own-locale.ts';
import { ownLocales, type OwnLocales } from '../../language/own-locales.ts';
import { canonicalTag } from '../../language/tag.ts';
import { parsePath } from '../files/paths.ts';
import { readText } from '../files/text-file.ts';
import { reportIssues } from '../yaml/schema-issues.ts';
import { parseYaml, type YamlDocument } from '../yaml/yaml-document.ts';
import { Fault } from '../values/fault.ts';
import { localeSchema } from './locale-schema.ts';

/** What a book says of languages in files of its own. */
export interface ReadLocales {
  /** The files, with what is wrong in them. */
  readonly files: ReadonlyArray<VFile>;
  /** What its author says, and who builds it. */
  readonly locales: OwnLocales;
  readonly isValid: boolean;
}

/** The most that is said of a language, in bytes; what comes along has some 7,000. */
const largest = 65_536;

/**
 * The languages of which book.yaml names files. These hold words alone: nothing in them is run, and nothing outside of
 * the manuscript folder is read. What is wrong with the key itself is told by the schema of book.yaml.
 *
 * @param root the real path of the manuscript folder
 */
export async function readLocales(root: string, { value }: YamlDocument): Promise<ReadLocales> {
  const named = typeof value === 'object' && value !== null && 'locales' in value ? value.locales : undefined;
  const entries = typeof named === 'object' && named !== null ? Object.entries(named) : [];
  const files: VFile[] = [];
  const locales = new Map(ownLocales());
  let isValid = true;
  for (const [written, path] of entries) {
    const tag = canonicalTag(written);
    if (tag === undefined || typeof path !== 'string') continue;
    const { file, locale } = await readLocale(root, path, written);
    files.push(file);
    isValid &&= locale !== undefined;
    if (locale !== undefined) locales.set(tag.toLowerCase(), completed(tag, locale));
  }
  return { files, locales: entries.length === 0 ? ownLocales() : locales, isValid };
}

async function readLocale(
  root: string,
  written: string,
  tag: string,
): Promise<{ readonly file: VFile; readonly locale?: OwnLocale }> {
  const name = parsePath(written);
  const { file, fault } = await readText(root, name, largest);
  if (fault === 'missing')
    report(file, 'config-value', `There is no file "${name}", which locales names for ${tag}`, undefined, {
      hint: 'Correct the path, which begins in the folder of book.yaml, or write the file: the Handbook shows one.',
    });
  const document = fault === undefined ? parseYaml(file, String(file.value)) : undefined;
  if (document === undefined) return { file };
  const known = localeSchema().safeParse(document.value);
  if (known.success) return { file, locale: known.data };
  reportIssues(file, document, known.error.issues);
  return { file };
}

/**
 * What a caller says of languages, by tag, as a file of a book does.
 *
 * @throws {UsageError} with what is wrong
 */
export function localesOf(given: Readonly<Record<string, unknown>>): OwnLocales {
  const entries = Object.entries(given).map(([written, value]) => {
    const tag = canonicalTag(written);
    if (tag === undefined) throw new UsageError(`locales: "${written}" is not a language tag`);
    const known = localeSchema().safeParse(asWritten(value));
    if (known.success) return [tag.toLowerCase(), completed(tag, known.data)] as const;
    const [issue] = known.error.issues;
    throw new UsageError(told(['locales', tag, ...(issue?.path ?? [])].map(String).join('.'), issue));
  });
  return new Map(entries);
}

/** What is wrong at a place, in a sentence without a full stop. */
function told(place: string, issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const near = didYouMean(key, issue.message.split(', '));
    return `${place} has no "${key}"${near === undefined ? '' : `. ${near}`}`;
  }
  const fault: unknown = issue?.code === 'custom' ? issue.params?.['fault'] : undefined;
  return fault instanceof Fault ? `${place}: ${fault.reason}` : `${place} takes ${issue?.message}`;
}

/** As YAML has it: true and false are words there. */
function asWritten(value: unknown): unknown {
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(asWritten);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asWritten(each)]));
}
