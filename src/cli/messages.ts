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
  return message.hint ? `${line}\n${message.hint.replaceAll(/^/gm, '  ')}` : line;
}

/** How many messages of one rule are shown before the rest are only counted. */
const mostOfARule = 20;
const shownOfMany = 3;

/**
 * Messages as lines of text: where a rule is broken very often, the first places and how many more
 * there are.
 *
 * @param folder the manuscript folder
 */
export function formatMessages(messages: ReadonlyArray<Message>, folder: string): string[] {
  const byRule = new Map<string, Message[]>();
  for (const message of messages) {
    const all = byRule.get(message.rule);
    if (all === undefined) byRule.set(message.rule, [message]);
    else all.push(message);
  }
  const seen = new Map<string, number>();
  return messages.flatMap((message) => {
    const { rule } = message;
    const all = byRule.get(rule) ?? [];
    const at = (seen.get(rule) ?? 0) + 1;
    seen.set(rule, at);
    if (all.length <= mostOfARule || at <= shownOfMany) return [formatMessage(message, folder)];
    if (at > shownOfMany + 1) return [];
    const files = new Set(all.slice(shownOfMany).map(({ file }) => file)).size;
    const places = `${files} file${files === 1 ? '' : 's'}`;
    return [`… and ${all.length - shownOfMany} more ${rule} in ${places}; --json lists them all`];
  });
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
