import type { VFile } from 'vfile';
import { z } from 'zod';
import { limits } from '../../book/limits.ts';
import type { FrontMatter } from '../../book/manuscript.ts';
import { report } from '../../book/messages/messages.ts';
import { openingStyles } from '../../book/metadata.ts';
import { roles, type Role } from '../../book/roles.ts';
import { declarationsIn, type Declaration } from './declarations.ts';
import { Fault } from '../values/fault.ts';
import { parseLanguage } from '../values/language-tag.ts';
import { didYouMean } from '../../book/nearest.ts';
import { joinNames } from '../../language/formats.ts';
import { unreadKeys, type UnreadKey } from './unread-keys.ts';
import { reportMarks } from '../book-yaml/plain-text-marks.ts';
import { either, list, mapping, oneOf, oneOrMore, parsed, text, truth } from '../yaml/schema.ts';
import { reportLocales } from '../yaml/report-locales.ts';
import { reportIssues } from '../yaml/schema-issues.ts';
import { withoutFaults } from '../yaml/without-faults.ts';
import { parseYaml, type YamlDocument } from '../yaml/yaml-document.ts';

const largest = limits['book-yaml-size'].most;

/** One who wrote the chapter, or several; of what is said of each, the name. */
const writers = oneOrMore(
  either(
    text(),
    z.looseObject({ name: text() }).transform(({ name }) => name),
  ),
);

const schema = mapping({
  title: text().exactOptional(),
  subtitle: text().exactOptional(),
  author: writers.exactOptional(),
  authors: writers.exactOptional(),
  role: parsed('a role', parseRole).exactOptional(),
  language: parsed('a BCP 47 language tag', parseLanguage).exactOptional(),
  numbered: truth().exactOptional(),
  toc: truth().exactOptional(),
  opening: oneOf(...openingStyles).exactOptional(),
  markedNotes: either(
    parsed('the word all or a list of labels', (written) => (written === 'all' ? written : undefined)),
    list(text('a label').transform(labelOf)),
  ).exactOptional(),
  /** Checked apart from the rest, so that a fault in one part leaves the others. */
  rights: z.unknown().exactOptional(),
});

/** The YAML at the beginning of a chapter. */
export interface ChapterYaml {
  readonly frontMatter: FrontMatter;
  /** The borrowed parts the chapter declares. */
  readonly declarations: ReadonlyArray<Declaration>;
  /** The keys of other programs. */
  readonly unread: ReadonlyArray<UnreadKey>;
}

const nothing: ChapterYaml = { frontMatter: {}, declarations: [], unread: [] };

/** Tells of front matter that is none, since it does not begin in the first line, or with three hyphens. */
function reportMisplaced(file: VFile, source: string): void {
  const [, above, hyphens] =
    /^((?:[ \t]*\n){0,100})(-{3,})[ \t]*\n(?:[A-Za-z][\w-]{0,40}:(?:[ \t][^\n]*)?\n(?:[ \t]+[^\n]*\n){0,20}){1,20}-{3,}[ \t]*(?:\n|$)/.exec(
      source,
    ) ?? [];
  if (above === undefined || hyphens === undefined) return reportOtherFences(file, source);
  const reason = 'This looks like front matter and is printed as text';
  const place = { line: above.split('\n').length, column: 1 };
  const hint =
    above === ''
      ? 'Begin and end it with three hyphens, no more: ---'
      : 'Take away the empty lines above it: it begins in the first line of the file.';
  report(file, 'config-unread', reason, place, { hint });
}

/** Keys that open front matter. */
const firstKey =
  /^(?:title|subtitle|authors?|role|language|numbered|toc|date|draft|layout)[ \t]*[:=][ \t]*\S/i;

/** Tells of front matter whose lines above and below are others, or are not there. */
function reportOtherFences(file: VFile, source: string): void {
  const [, fence = '', rest = ''] =
    /^(?:(--|[—–]+|[*_=~]{3,})[ \t]*\n)?([^\n]{0,300}(?:\n[^\n]{0,300})?)/.exec(source) ?? [];
  const [first = '', second = ''] = rest.split('\n');
  // Without a line above it, one such line may be the beginning of the text.
  if (!firstKey.test(first) || (fence === '' && !/^[A-Za-z][\w-]*:[ \t]*\S/.test(second))) return;
  const reason = 'This looks like front matter and is printed as text';
  const hint =
    fence === ''
      ? 'Put a line of three hyphens above and below it: ---'
      : `Write three hyphens in the place of ${fence}, above and below it: ---`;
  report(file, 'config-unread', reason, { line: 1, column: 1 }, { hint });
}

/**
 * What the YAML at the beginning of a chapter says; its faults are messages in the chapter.
 *
 * @param file the chapter, decoded
 * @param language BCP 47, of the book, in which several writers are enumerated
 */
export function readFrontMatter(file: VFile, language: string): ChapterYaml {
  const source = String(file.value);
  const fence = /^---[ \t]*(?:\n|$)/.exec(source);
  if (fence === null) {
    reportMisplaced(file, source);
    return nothing;
  }
  const rest = source.slice(fence[0].length);
  const end = /^---[ \t]*$/m.exec(rest);
  if (end === null) {
    // A thematic break may open a chapter too; a key below it tells that front matter was meant.
    if (/^\w+:/.test(rest)) {
      report(file, 'config-syntax', 'The front matter has no closing line', undefined, {
        hint: 'Close it with a line of three hyphens: ---',
      });
    }
    return nothing;
  }
  if (end.index > largest) {
    report(file, 'file-too-large', 'The front matter is larger than 64 KB', undefined, {
      hint: 'Keep the text of the chapter below the front matter.',
    });
    return nothing;
  }
  // The empty first line stands for the fence, so that lines count from the top of the file.
  const document = parseYaml(file, `\n${rest.slice(0, end.index)}`);
  if (document === undefined || document.value === '') return nothing;
  reportLocales(file, document);
  reportMarks(file, document, {
    title:
      'Take the title out of the front matter and write it as a heading, # Title, which may hold a mark.',
  });
  return understood(file, document, language);
}

function understood(file: VFile, document: YamlDocument, language: string): ChapterYaml {
  const unread = unreadKeys(document, file, Object.keys(schema.shape));
  const { rights, author = [], authors = author, ...rest } = checked(file, document, unread);
  const declarations = rights === undefined ? [] : declarationsIn(file, document, ['rights'], rights);
  const names = joinNames(authors, rest.language ?? language);
  return { frontMatter: { ...rest, ...(names !== '' && { author: names }) }, declarations, unread };
}

/** What of the front matter follows the schema; what is wrong and no other program's is a message. */
function checked(
  file: VFile,
  document: YamlDocument,
  unread: ReadonlyArray<UnreadKey>,
): z.infer<typeof schema> {
  const foreign = new Set(unread.map(({ key }) => key));
  const result = schema.safeParse(without(document.value, foreign));
  if (result.success) return result.data;
  const { issues } = result.error;
  reportIssues(file, document, issues);
  return schema.parse(withoutFaults(document.value, schema.shape, issues));
}

function without(value: unknown, keys: ReadonlySet<string>): unknown {
  if (typeof value !== 'object' || value === null || keys.size === 0) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.has(key)));
}

/** A label, be it written as its mark is: `[^*name]`, `^name`. */
function labelOf(written: string): string {
  return written.replace(/^\[?\^?/, '').replace(/\]$/, '');
}

function parseRole(written: string): Role | Fault {
  if (Object.hasOwn(roles, written)) return written as Role;
  return new Fault(`"${written}" is no role of a section`, {
    hint: didYouMean(written, Object.keys(roles)) ?? `Roles: ${Object.keys(roles).join(', ')}.`,
  });
}
