import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from '../book/messages/messages.ts';
import { severities } from '../book/messages/rule.ts';
import { preflightRules } from '../book/messages/preflight-rules.ts';
import { codeFrame, coloured, type Terminal } from './code-frame.ts';
import { condense, type Finding } from './condense.ts';
import { linesOf } from './lines-of.ts';
import { visible, visibleLines } from './visible.ts';

/**
 * A message as a line of text, `file:line:column severity rule  reason`; of a finished file
 * `file page severity rule  reason`.
 *
 * @param file its path, which can be clicked on
 */
function formatMessage(message: Message, file: string, terminal: Terminal | undefined): string {
  const place = visible(placeIn(file, message));
  const rest = visible(`${message.rule}  ${message.reason}`);
  if (terminal === undefined) return `${place} ${message.severity} ${rest}`;
  return `${coloured(place, 'loud', terminal)} ${coloured(message.severity, message.severity, terminal)} ${rest}`;
}

/** Of how many kinds of errors is told where it is to be brief. */
const mostKinds = 2;

/**
 * What stops a build, in five lines at most: of two kinds of errors a place each and what to do, and how much else
 * there is.
 *
 * @param folder the manuscript folder, so that places can be clicked on
 */
export function formatBriefly(messages: ReadonlyArray<Message>, folder: string): string[] {
  const errors = condense(
    messages.filter(({ severity }) => severity === 'error'),
    2,
  );
  const told = errors.slice(0, mostKinds);
  const lines = told.flatMap(({ shown, counted }) => {
    const [first, ...others] = [...shown, ...counted];
    if (first === undefined) return [];
    const inFolder = join(folder, first.file);
    const line = formatMessage(first, existsSync(inFolder) ? inFolder : first.file, undefined);
    const alike = others.length === 0 ? '' : ` (and ${others.length} more like it)`;
    const hint = (first.hint ?? '').split('\n').slice(0, told.length === 1 ? 3 : 1);
    return [`${line}${alike}`, ...hint.filter(Boolean).map((each) => `  ${visible(each)}`)];
  });
  const known = new Set(told.flatMap(({ shown, counted }) => [...shown, ...counted]));
  const rest = countMessages(messages.filter((message) => !known.has(message)));
  return [...lines, ...(rest === '' ? [] : [`… besides ${rest}; --json lists them all`])];
}

/** How many of the places that are only counted are named. */
const named = 3;

/**
 * Messages as lines of text, warnings first and what stops the build last: of each kind the messages,
 * or a few and how many more there are, then the hint.
 *
 * @param folder the manuscript folder, so that places can be clicked on
 * @param terminal where the lines of the manuscript are shown, too
 */
export function formatMessages(
  messages: ReadonlyArray<Message>,
  folder: string,
  terminal?: Terminal,
): string[] {
  const lineOf = linesOf();
  const withFrame = (message: Message): string[] => {
    const { line, column, severity } = message;
    const inFolder = join(folder, message.file);
    const isThere = existsSync(inFolder);
    const told = formatMessage(message, isThere ? inFolder : message.file, terminal);
    if (terminal === undefined || !isThere || !hasLine(message)) return [told];
    const text = lineOf(inFolder, line) ?? '';
    return text.trim() === '' ? [told] : [told, ...codeFrame(text, { line, column }, severity, terminal)];
  };
  return condense(messages).flatMap(({ shown, counted }) => {
    const hint = shown[0]?.hint ?? '';
    return [
      ...shown.flatMap(withFrame),
      ...(counted.length === 0 ? [] : [more(counted)]),
      ...(hint === '' ? [] : [visibleLines(hint).replaceAll(/^/gm, '  ')]),
    ];
  });
}

function more(counted: Finding['counted']): string {
  const rule = counted[0]?.rule ?? '';
  const files = new Set(counted.map(({ file }) => file)).size;
  const next = counted.slice(0, named).map((message) => placeIn(message.file, message));
  const rest = counted.length > named ? ' …; --json lists them all' : '';
  return visible(
    `… and ${counted.length} more ${rule} in ${files} file${files === 1 ? '' : 's'}: ${next.join(', ')}${rest}`,
  );
}

function placeIn(file: string, message: Message): string {
  const { line, column, page } = message;
  if (page !== undefined) return `${file} page ${page}`;
  return hasLine(message) ? `${file}:${line}:${column}` : file;
}

/** Whether the place is a line: of what a person wrote, or of a text in a container. */
function hasLine({ file, page, rule }: Message): boolean {
  return (
    page === undefined &&
    !(
      rule in preflightRules &&
      /(?:\.pdf|\.epub|\.json|\.jsonld|\.html|\.xml|\.jpg|\.sig|\.asc|^[^.]+)$/i.test(file)
    )
  );
}

const words = { error: 'error', warning: 'warning', info: 'remark' } as const;

/** "2 errors, 1 warning"; empty where there are none. */
export function countMessages(messages: ReadonlyArray<Message>): string {
  const count = (severity: Message['severity']): string => {
    const number = messages.filter((message) => message.severity === severity).length;
    return number === 0 ? '' : `${number} ${words[severity]}${number === 1 ? '' : 's'}`;
  };
  return severities.map(count).filter(Boolean).join(', ');
}
