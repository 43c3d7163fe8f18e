import { z } from 'zod';
import { alternatives } from '../../book/alternatives.ts';
import { Fault } from '../values/fault.ts';

/*
 * Building blocks for the schemas of book.yaml and of front matter. YAML arrives as
 * strings, lists and mappings. The message of an issue says what would have been
 * accepted; a `fault` in its parameters says it better.
 */

/** A mapping with no other keys than these; the message of a stray key lists them. */
export function mapping<Shape extends z.ZodRawShape>(shape: Shape) {
  const keys = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? keys : `a mapping with the keys ${keys}`),
  });
}

/** Text that is not empty. */
export function text(accepted = 'text') {
  return z.string({ error: accepted }).trim().min(1, { error: accepted });
}

/** Text whose lines count: their indentation stays, empty ones before and after them go. */
export function lines(accepted = 'text') {
  return z
    .string({ error: accepted })
    .transform((written) => written.replace(/^(?:[ \t]*\n)+/, '').trimEnd())
    .refine((written) => written.trim() !== '', { error: accepted });
}

/**
 * Text that a parser turns into something else.
 *
 * @param accepted what the parser accepts, as it stands after "must be"
 * @param parse the value, nothing, or a fault that says more
 */
export function parsed<Value>(accepted: string, parse: (text: string) => Value | Fault | undefined) {
  return text(accepted).transform((written, context): Value => {
    const value = parse(written);
    if (value !== undefined && !(value instanceof Fault)) return value;
    context.addIssue({ code: 'custom', message: accepted, params: { fault: value } });
    return z.NEVER;
  });
}

/** One of a few words. */
export function oneOf<const Word extends string>(...words: ReadonlyArray<Word>) {
  const accepted = alternatives(words);
  return parsed(accepted, (written) => words.find((word) => word === written));
}

/** True or false. */
export function truth() {
  return oneOf('true', 'false').transform((word) => word === 'true');
}

/** A whole number of a range. */
export function whole(least: number, most: number) {
  return parsed(`a whole number from ${least} to ${most}`, (written) => {
    const number = /^\d{1,12}$/.test(written) ? Number(written) : Number.NaN;
    return number >= least && number <= most ? number : undefined;
  });
}

/** An address on the web, as written. */
export function url() {
  return parsed('an http or https address', (written) =>
    /^https?:\/\/[^\s"<>\\^`{|}]+$/i.test(written) && URL.canParse(written) ? written : undefined,
  );
}

/** A list with at least one entry, which alone may stand without the list. */
export function list<Entry extends z.ZodType>(entry: Entry) {
  return z.preprocess(
    (value) => (isOneEntry(value) ? [value] : value),
    z.array(entry, { error: 'a list' }).min(1, { error: 'a list with at least one entry' }),
  );
}

/** Whether a value is plainly one text: commas or a hyphen before it tell that a list was meant. */
function isOneEntry(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '' && !/^-|,/.test(value);
}

/** One value or a list of them, as a list. */
export function oneOrMore<Entry extends z.ZodType>(entry: Entry) {
  return z.preprocess((value) => (Array.isArray(value) ? value : [value]), list(entry));
}

/**
 * Text in short, something else in full.
 *
 * @param short what a plain text becomes
 * @param full what everything else is checked against
 */
export function either<Short, Full>(short: z.ZodType<Short>, full: z.ZodType<Full>) {
  return z.unknown().transform((value, context): Short | Full => {
    const result = typeof value === 'string' ? short.safeParse(value) : full.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues)
      context.issues.push({ ...issue, input: value } as z.core.$ZodRawIssue);
    return z.NEVER;
  });
}
