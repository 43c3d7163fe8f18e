import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from '../book/messages/messages.ts';
import { preflightRules } from '../book/messages/preflight-rules.ts';
import { condense, type Finding } from './condense.ts';
import { visible, visibleLines } from './visible.ts';

/**
 * A message as a line of text, `file:line:column severity rule  reason`; of a finished file
 * `file page severity rule  reason`.
 *
 * @param folder the manuscript folder, so that the place can be clicked on
 */
function formatMessage(message: Message, folder: string): string {
  const inFolder = join(folder, message.file);
  const file = existsSync(inFolder) ? inFolder : message.file;
  return visible(`${placeIn(file, message)} ${message.severity} ${message.rule}  ${message.reason}`);
}

/** How many of the places that are only counted are named. */
const named = 3;

/**
 * Messages as lines of text, warnings first and what stops the build last: of each kind the messages,
 * or a few and how many more there are, then the hint.
 *
 * @param folder the manuscript folder
 */
export function formatMessages(messages: ReadonlyArray<Message>, folder: string): string[] {
  return condense(messages).flatMap(({ shown, counted }) => {
    const hint = shown[0]?.hint ?? '';
    return [
      ...shown.map((message) => formatMessage(message, folder)),
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
