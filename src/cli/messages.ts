import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from '../book/messages/messages.ts';
import { preflightRules } from '../book/messages/preflight-rules.ts';
import { codeFrame, coloured, type Terminal } from './code-frame.ts';
import { condense, type Finding } from './condense.ts';
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

/** Lines of files, each file read once. */
function lineReader(): (path: string, line: number) => string | undefined {
  const files = new Map<string, ReadonlyArray<string>>();
  return (path, line) => {
    const lines = files.get(path) ?? linesIn(path);
    files.set(path, lines);
    return lines[line - 1];
  };
}

/** Of what cannot be read nothing is shown. */
function linesIn(path: string): ReadonlyArray<string> {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return [];
  }
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
  const lineOf = lineReader();
  const withFrame = (message: Message): string[] => {
    const { line, column, page, severity, rule } = message;
    const inFolder = join(folder, message.file);
    const isSource = existsSync(inFolder);
    const told = formatMessage(message, isSource ? inFolder : message.file, terminal);
    if (terminal === undefined || !isSource || page !== undefined || rule in preflightRules) return [told];
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

function placeIn(file: string, { line, column, page, rule }: Message): string {
  if (page !== undefined) return `${file} page ${page}`;
  return rule in preflightRules ? file : `${file}:${line}:${column}`;
}

/** "2 errors, 1 warning"; empty where there are none. */
export function countMessages(messages: ReadonlyArray<Message>): string {
  const count = (severity: Message['severity']): string => {
    const number = messages.filter((message) => message.severity === severity).length;
    return number === 0 ? '' : `${number} ${severity}${number === 1 ? '' : 's'}`;
  };
  return [count('error'), count('warning')].filter(Boolean).join(', ');
}
