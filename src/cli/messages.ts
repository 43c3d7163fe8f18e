import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from '../book/messages/messages.ts';
import { preflightRules } from '../book/messages/preflight-rules.ts';

/**
 * A message as a line of text, `file:line:column severity rule  reason`, its hint below it; of a
 * finished file `file page severity rule  reason`.
 *
 * @param folder the manuscript folder, so that the place can be clicked on
 */
export function formatMessage(message: Message, folder: string): string {
  const inFolder = join(folder, message.file);
  const file = existsSync(inFolder) ? inFolder : message.file;
  const line = `${placeIn(file, message)} ${message.severity} ${message.rule}  ${message.reason}`;
  return message.hint ? `${line}\n  ${message.hint}` : line;
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
