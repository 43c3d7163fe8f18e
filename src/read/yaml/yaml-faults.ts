import type { ErrorCode } from 'yaml';
import { lineAt, lineBefore, nameIn, type Line } from './yaml-lines.ts';

/** What is wrong with YAML, in words of those who write it. */
export interface YamlFault {
  /** Where it is to be mended, in code units. */
  readonly at: number;
  /** One sentence without a full stop. */
  readonly reason: string;
  readonly hint?: string;
}

/** What the parser found: its code, its sentence, where it noticed. */
interface Problem {
  readonly code: ErrorCode;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** A key, a colon, and a value on the same line, maybe behind the dash of a list. */
const keyAndValue = /^([ \t]*(?:- +)?[\w-]+:[ \t]+)(\S.*?)[ \t]*$/;

/**
 * What the parser found in words, at the place where it is to be mended, which is often before the one
 * where it was noticed.
 *
 * @param source the YAML
 */
export function yamlFault(source: string, problem: Problem): YamlFault {
  const { code, message } = problem;
  const line = lineAt(source, problem.pos[0]);
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return message.startsWith('A block sequence') ? listBelow(source, line) : colonInValue(source, line);
    case 'MULTILINE_IMPLICIT_KEY':
      return withoutColon(line);
    case 'MISSING_CHAR':
      return missing(source, problem, line);
    case 'BAD_INDENT':
      return message.startsWith('Flow') ? neverClosed(source, problem) : misaligned(source, line);
    case 'TAB_AS_INDENT':
      return {
        at: problem.pos[0],
        reason: 'The line is indented by a tab',
        hint: 'Indent with blanks, two for each level.',
      };
    case 'DUPLICATE_KEY':
      return {
        at: problem.pos[0],
        reason: 'The key stands twice in the same mapping',
        hint: 'Keep one of the two, with all that belongs to it.',
      };
    case 'NON_STRING_KEY':
      return { at: problem.pos[0], reason: 'A key must be plain text' };
    case 'MULTIPLE_DOCS':
      return {
        at: problem.pos[0],
        reason: 'A second document begins here, which nobody would read',
        hint: 'Take the line --- away.',
      };
    default:
      return oddValue(source, problem, line);
  }
}

/** A line for the parser itself, where something is not understood: it may have taken what was meant for a value. */
export function directiveFault(source: string): YamlFault | undefined {
  const at = source.search(/^%/m);
  return at < 0
    ? undefined
    : {
        at,
        reason: 'A line that begins with % is none of YAML’s keys',
        hint: 'Begin a comment with # and a blank; a value with % in quotes; or take the line away.',
      };
}

/** A value that YAML does not take as it is typed. */
function oddValue(source: string, { code, message, pos }: Problem, line: Line): YamlFault {
  const [, key = '', value = ''] = keyAndValue.exec(line.text) ?? [];
  const at = line.start + key.length;
  const hint = value === '' ? {} : { hint: `Write: ${written(key)}${quoted(value)}` };
  switch (code) {
    case 'BAD_ALIAS':
    case 'BAD_SCALAR_START':
      return {
        at: pos[0],
        reason: `A value that begins with ${value.charAt(0) || source.charAt(pos[0])} must be put in quotes`,
        ...hint,
      };
    case 'TAG_RESOLVE_FAILED':
      return { at: pos[0], reason: message.replace('Unresolved tag', 'The tag is not allowed'), ...hint };
    case 'UNEXPECTED_TOKEN':
      // A value that is sound is met where something above it is not.
      if (/^[\p{L}\p{N}]/u.test(value)) {
        const above = faultAbove(source, line);
        if (above !== undefined) return above;
      }
      if (value !== '') {
        const reason = /^["']/.test(value)
          ? 'Text follows the quote that closes the value'
          : `A value that begins with ${value.charAt(0)} must be put in quotes`;
        return { at, reason, ...hint };
      }
      break;
    default:
  }
  return { at: pos[0], reason: message.replace(/\.$/, '') };
}

/** What is wrong with the line above another, but for comments: it has no colon, or is the first and is indented more. */
function faultAbove(source: string, line: Line): YamlFault | undefined {
  let above = lineBefore(source, line);
  while (above !== undefined && /^[ \t]*#/.test(above.text)) above = lineBefore(source, above);
  if (above === undefined) return undefined;
  if (above.indent <= line.indent && !/:|^[ \t]*- /.test(above.text)) return withoutColon(above);
  const isFirst = !/^[ \t]*[^#\s]/m.test(source.slice(0, above.start));
  return isFirst && above.indent > line.indent
    ? {
        at: above.start + above.indent,
        reason: 'The line is indented, and those below it are not',
        hint: `Begin it in column ${line.indent + 1}, too.`,
      }
    : undefined;
}

/** `title: War: and Peace`; or a line below is indented as if it belonged to the value. */
function colonInValue(source: string, line: Line): YamlFault {
  const [, key, value = ''] = keyAndValue.exec(line.text) ?? [];
  const below = lineAt(source, line.start + line.text.length + 1);
  if (!/: |:$/.test(value) && /^[\w-]+:/.test(below.text.trim()) && below.indent > line.indent) {
    return {
      at: below.start + below.indent,
      reason: 'The line is indented as if it went on with the value above it',
      hint: `Begin it in column ${line.indent + 1}, below ${nameIn(line)}.`,
    };
  }
  const safe = key !== undefined && value !== '' && !/^["'|>[{&*!#%@`]/.test(value);
  return {
    at: line.start + (key ?? '').length,
    reason: 'A value that contains ": " must be put in quotes',
    ...(safe && { hint: `Write: ${written(key)}${inQuotes(value)}` }),
  };
}

/** A list below a key that has a value. */
function listBelow(source: string, line: Line): YamlFault {
  const below = /^[ \t]*- /.test(line.text) && keyAndValue.test(line.text);
  const list = below ? lineAt(source, line.start + line.text.length + 1) : line;
  return {
    at: list.start + list.indent,
    reason: 'A list stands below a key that has a value already',
    hint: 'Give it a key of its own: under a part, contents: in the column of part, and the list below.',
  };
}

/** A line that is no pair of key and value. */
function withoutColon(line: Line): YamlFault {
  const [, key, value] = /^([ \t]*(?:- +)?[\w-]+):(\S.*)$/.exec(line.text) ?? [];
  if (key !== undefined && value !== undefined) {
    return {
      at: line.start + key.length + 1,
      reason: 'There is no blank behind the colon',
      hint: `Write: ${written(key)}: ${value}`,
    };
  }
  const [, before, after] =
    /^([ \t]*(?:- +)?[\w-]+):[\u00A0\u2002-\u200A\u202F\u3000](.*)$/.exec(line.text) ?? [];
  if (before !== undefined && after !== undefined) {
    return {
      at: line.start + before.length + 1,
      reason: 'The blank behind the colon is a special one, as word processors and web pages have them',
      hint: `Type an ordinary one: ${written(before)}: ${after.trim()}`,
    };
  }
  const [, name, assigned] = /^[ \t]*([\w-]+)[ \t]*=[ \t]*(.*)$/.exec(line.text) ?? [];
  return {
    at: line.start + line.indent,
    reason: 'The line has no colon',
    hint:
      name === undefined || assigned === undefined
        ? 'Write a key, a colon, a blank and a value, as in title: The Whale.'
        : `Write: ${name}: ${assigned}`,
  };
}

function missing(source: string, problem: Problem, line: Line): YamlFault {
  const [, quote] = /^Missing closing (["'])/.exec(problem.message) ?? [];
  if (quote !== undefined) {
    const opened = openedBefore(source, quote);
    return {
      at: opened,
      reason: `The quote ${quote} that begins here is never closed`,
      hint: `Put ${quote} behind the value too, or take this one away.`,
    };
  }
  return problem.message.startsWith('Sequence item') ? misaligned(source, line) : withoutColon(line);
}

/** Where the first value begins with a quote that its line does not close. */
function openedBefore(source: string, quote: string): number {
  const opening = new RegExp(`^([ \\t]*(?:- +)?(?:[\\w-]+:[ \\t]+)?)${quote}[^${quote}\\n]*$`, 'gm');
  const found = opening.exec(source);
  return found === null ? Math.max(0, source.length - 1) : found.index + (found[1] ?? '').length;
}

function neverClosed(source: string, { message, pos }: Problem): YamlFault {
  const [bracket, closing] = message.startsWith('Flow map') ? ['{', '}'] : ['[', ']'];
  return {
    at: Math.max(0, source.lastIndexOf(bracket, pos[0])),
    reason: `The bracket ${bracket} that begins here is never closed`,
    hint: `Close it with ${closing}; where it is part of a text, put the text in quotes.`,
  };
}

/** A line that begins in no column of the lines it may belong to. */
function misaligned(source: string, line: Line): YamlFault {
  const above = lineBefore(source, line);
  const column = above === undefined ? 1 : (/^[ \t]*(?:- +)?/.exec(above.text)?.[0].length ?? 0) + 1;
  return {
    at: line.start + line.indent,
    reason: 'The line begins in no column of the lines above it',
    ...(above !== undefined && {
      hint: `If it belongs to ${nameIn(above)}, begin it in column ${column}, too.`,
    }),
  };
}

function written(key: string): string {
  return key.trimStart().replace(/^- +/, '');
}

/** A value whose own quotes do not hold it, in quotes that do. */
function quoted(value: string): string {
  const [, quote, inner] = /^(["'])(.*)\1$/s.exec(value) ?? [];
  if (inner === undefined) return inQuotes(value);
  return quote === "'" && !/["\\]/.test(inner) ? `"${inner}"` : inQuotes(inner);
}

function inQuotes(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
