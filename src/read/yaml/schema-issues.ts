import type { Point } from 'unist';
import type { VFile } from 'vfile';
import type { z } from 'zod';
import { excerpt } from '../../book/messages/excerpt.ts';
import { report } from '../../book/messages/messages.ts';
import { Fault } from '../values/fault.ts';
import { didYouMean, nearest } from '../../book/nearest.ts';
import { slipIn } from './slips.ts';
import { wholeRemedy } from './whole-remedy.ts';
import type { Path, YamlDocument } from './yaml-document.ts';

type Issue = z.core.$ZodIssue;
type Remedy = (path: ReadonlyArray<string>, value: unknown) => string | undefined;

/**
 * Records what a schema found wrong with a YAML document, each thing where it stands.
 *
 * @param file the file the document came from
 * @param document the document checked
 * @param issues what the schema found; their messages say what would have been accepted
 * @param remedyFor what to write in place of a key that is not accepted
 */
export function reportIssues(
  file: VFile,
  document: YamlDocument,
  issues: ReadonlyArray<Issue>,
  remedyFor: Remedy = () => undefined,
): void {
  const meant = new Set<string>();
  const strange = new Set<string>();
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      if (isAllStrange(document, issue)) strange.add(JSON.stringify(pathOf(issue)));
      for (const path of reportKeys(file, document, pathOf(issue), issue, remedyFor))
        meant.add(JSON.stringify(path));
    }
  }
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') continue;
    const path = pathOf(issue);
    // A mistyped key has been told of; that the right one is missing says the same.
    const isEcho = meant.has(JSON.stringify(path)) && isNothing(valueAt(document.value, path));
    // So does all that a mapping lacks which has other keys alone.
    const isWithin = strange.has(JSON.stringify(path.slice(0, -1)));
    if (!isEcho && !isWithin) reportValue(file, document, path, issue);
  }
}

function pathOf({ path }: Issue): Path {
  return path.map((step) => (typeof step === 'number' ? step : String(step)));
}

/** Whether no key of a mapping is accepted: it is meant otherwise than as this mapping. */
function isAllStrange(document: YamlDocument, issue: Extract<Issue, { code: 'unrecognized_keys' }>): boolean {
  const value = valueAt(document.value, pathOf(issue));
  return typeof value === 'object' && value !== null && Object.keys(value).length === issue.keys.length;
}

/** Gives the paths that keys not accepted were likely meant for. */
function reportKeys(
  file: VFile,
  document: YamlDocument,
  path: Path,
  issue: Extract<Issue, { code: 'unrecognized_keys' }>,
  remedyFor: Remedy,
): Path[] {
  const accepted = issue.message;
  const whole = wholeRemedy(named(path), valueAt(document.value, path));
  if (whole !== undefined && isAllStrange(document, issue)) {
    const keys = issue.keys.map((key) => `"${excerpt([...named(path), key].join('.'))}"`);
    const are = keys.length === 1 ? 'is no key' : 'are no keys';
    report(
      file,
      'config-unknown-key',
      `${keys.join(', ')} ${are} known here`,
      document.keyAt([...path, issue.keys[0] ?? '']),
      { hint: whole },
    );
    return [];
  }
  return issue.keys.flatMap((key) => {
    const remedy = remedyFor([...named(path), key], valueAt(document.value, [...path, key]));
    const near = nearest(key, accepted.split(', '));
    const question = didYouMean(key, near);
    report(
      file,
      'config-unknown-key',
      `"${excerpt([...named(path), key].join('.'))}" is no key known here`,
      document.keyAt([...path, key]),
      {
        hint: remedy ?? acceptedIn(accepted, question),
      },
    );
    // What is written in the place of the key stands under another one, mostly.
    const [, parent] = /^Write:\n([\w-]+):/.exec(remedy ?? '') ?? [];
    return [...near, ...(parent === undefined ? [] : [parent])].map((name) => [...path, name]);
  });
}

/** How many keys are listed although it is known which one was meant. */
const mostListed = 60;

function acceptedIn(accepted: string, question: string | undefined): string {
  const list = `Accepted keys: ${accepted}.`;
  if (question === undefined) return list;
  return accepted.split(', ').length > mostListed ? question : `${question} ${list}`;
}

function reportValue(file: VFile, document: YamlDocument, path: Path, issue: Issue): void {
  const fault = issue.code === 'custom' ? (issue.params?.['fault'] as unknown) : undefined;
  const place = document.valueAt(path);
  if (fault instanceof Fault) {
    const hint = fault.hint === undefined ? {} : { hint: fault.hint };
    report(file, fault.rule, fault.reason, place, hint);
    return;
  }
  const name = named(path).join('.');
  const found = valueAt(document.value, path);
  const slip = typeof found === 'string' ? slipIn(named(path).at(-1), found, issue.message) : undefined;
  if (slip !== undefined) {
    const rule = slip.isSyntax ? 'config-syntax' : 'config-value';
    const reason = slip.reason ?? `"${name}" must be ${issue.message}, not ${inWords(found)}`;
    report(file, rule, reason, place, { hint: slip.hint });
    return;
  }
  const near = typeof found === 'string' ? didYouMean(found, wordsOf(issue.message)) : undefined;
  const hint = near ?? `Write ${issue.message}.`;
  if (name === '') {
    reportWhole(file, found, place, issue.message);
  } else if (found === undefined) {
    report(file, 'config-value', `"${missingIn(document, path)}" is missing`, place, {
      hint: `Add ${String(path.at(-1))} with ${issue.message}.`,
    });
  } else if (found === '') {
    report(file, 'config-value', `"${name}" is empty`, document.keyAt(path), {
      hint: `Write ${issue.message}, or remove the key.`,
    });
  } else {
    const reason = `"${name}" must be ${issue.message}, not ${inWords(found)}`;
    report(file, 'config-value', reason, place, { hint });
  }
}

/** Whether there is no value, or only its key. */
function isNothing(value: unknown): boolean {
  return value === undefined || value === '';
}

/** The whole of a file is no mapping: mostly nothing has been written yet. */
function reportWhole(file: VFile, found: unknown, place: Point, accepted: string): void {
  const [, key, value] = /^([\w-]+)[ \t]*=[ \t]*(.*?)(?= [\w-]+ *= |$)/s.exec(String(found)) ?? [];
  if (key !== undefined && value !== undefined) {
    report(file, 'config-syntax', 'The lines have no colons', place, { hint: `Write: ${key}: ${value}` });
    return;
  }
  const isBook = file.basename === 'book.yaml';
  const wanted = isBook ? 'a mapping of keys to values' : accepted;
  const reason =
    found === '' && isBook
      ? 'There is nothing in it'
      : `The YAML must be ${wanted}${isBook ? `, not ${inWords(found)}` : ''}`;
  const hint = isBook
    ? 'A book needs one line at least, its title: `title: The Whale`.'
    : `Write ${accepted}.`;
  report(file, 'config-value', reason, place, { hint });
}

/** What is missing; where a key has the name of the list its mapping stands in, beside what. */
function missingIn(document: YamlDocument, path: Path): string {
  const [list, key] = named(path).slice(-2);
  const mapping = valueAt(document.value, path.slice(0, -1));
  if (key === undefined || list !== key || typeof mapping !== 'object' || mapping === null)
    return named(path).join('.');
  return `${key}" beside "${Object.keys(mapping).join('" and "')}`;
}

/** The single words among what would have been accepted. */
function wordsOf(accepted: string): string[] {
  return accepted.split(/, (?:or )?| or /).filter((word) => /^\p{L}[\p{L}-]+$/u.test(word));
}

/** A path for readers: the keys on the way; the place tells which entry of a list. */
function named(path: Path): string[] {
  return path.filter((step) => typeof step === 'string');
}

/** The value at a path; a single value stands for a list of itself. */
function valueAt(value: unknown, path: Path): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'number' && !Array.isArray(value)) return valueAt(value, rest);
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return valueAt(Reflect.get(value, step), rest);
}

function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  return typeof value === 'string' ? `"${excerpt(value)}"` : 'a mapping';
}
