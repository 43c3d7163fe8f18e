import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import type { Severity } from './rule.ts';
import { originOf } from './origin.ts';
import { ruleOf, type RuleId } from './rules.ts';
import { severityIn } from './severity-in.ts';

/** How many characters a hint has at most. */
const longest = 2000;

/** What a user reads: where, which rule, why, and what to do. Lines and columns count from 1. */
export interface Message {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The page of a PDF, from 1. */
  readonly page?: number;
  readonly severity: Severity;
  readonly rule: RuleId;
  readonly reason: string;
  readonly hint: string;
}

/** Anything that says where: a node, a position, a point. */
type Where = { readonly position?: Position | undefined } | Position | Point | undefined;

/**
 * Records a message in the file it is about.
 *
 * @param file the source the message is about
 * @param rule the rule broken; it decides the severity unless `options` say otherwise
 * @param reason one sentence without a full stop
 * @param where a node, position or point in the file; its beginning by default
 * @param options a better hint than the rule's own, another severity
 */
export function report(
  file: VFile,
  rule: RuleId,
  reason: string,
  where?: Where,
  options: { readonly hint?: string; readonly severity?: Severity } = {},
): void {
  const usual = ruleOf(rule);
  const place = originOf(file, startOf(where) ?? { line: 1, column: 1 });
  const message = place.file.message(reason, { place: place.point, ruleId: rule, source: 'colophon' });
  message.fatal = severityIn(file, rule, options.severity ?? usual.severity) === 'error';
  message.note = bounded(options.hint ?? usual.hint);
}

/** A hint that quotes what was written must not be as long as that may be. */
function bounded(hint: string): string {
  return hint.length > longest
    ? `${Array.from(hint.slice(0, longest)).slice(0, -1).join('').trimEnd()} …`
    : hint;
}

/**
 * A message about a place in a file, for those who return what they find.
 *
 * @param file path of the source the message is about
 * @param rule the rule broken; it decides severity and hint
 * @param reason one sentence without a full stop
 * @param where a node, position or point in the file; its beginning by default
 */
export function messageAt(file: string, rule: RuleId, reason: string, where?: Where): Message {
  const { line, column } = startOf(where) ?? { line: 1, column: 1 };
  return {
    file,
    line,
    column,
    severity: ruleOf(rule).severity,
    rule,
    reason,
    hint: ruleOf(rule).hint,
  };
}

function startOf(where: Where): Point | undefined {
  if (where === undefined) return undefined;
  if ('line' in where) return where;
  // An ordered list has a `start` of its own: its first number.
  if ('start' in where && typeof where.start === 'object') return where.start;
  return 'position' in where ? where.position?.start : undefined;
}

/** The messages that the files have collected, each once, by file, then by place. */
export function messagesOf(files: Iterable<VFile>): Message[] {
  return inOrder(
    [...new Set(files)].flatMap((file) =>
      file.messages.map((item) => ({
        file: file.path ?? '',
        line: item.line ?? 1,
        column: item.column ?? 1,
        severity: item.fatal === true ? ('error' as const) : ('warning' as const),
        rule: item.ruleId as RuleId,
        reason: item.reason,
        hint: item.note ?? '',
      })),
    ),
  );
}

/** Messages about places in the manuscript, each once, by file, then by place. */
export function inOrder(messages: ReadonlyArray<Message>): Message[] {
  const each = new Map(messages.map((message) => [JSON.stringify(message), message]));
  return [...each.values()].toSorted(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.rule, b.rule) ||
      compare(a.reason, b.reason),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
