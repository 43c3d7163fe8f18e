import type { Element } from 'hast';
import { h } from 'hastscript';
import { severities } from '../../book/messages/rule.ts';
import type { Message } from '../../book/messages/messages.ts';
import type { ReportedRelease } from './reported-release.ts';
import { section, table } from './section.ts';

/** Every message of every check, the gravest first. */
export function messagesSection({ checks }: ReportedRelease): Element {
  const all = checks.flatMap(({ messages }) => messages);
  const ordered = severities.flatMap((severity) => all.filter((message) => message.severity === severity));
  if (ordered.length === 0) return section('messages', 'Messages', [h('p.good', 'Nothing was found.')]);
  return section('messages', 'Messages', [
    table('Messages', ['Place', 'Severity', 'What, and what to do', 'Rule'], ordered.map(rowOf)),
  ]);
}

function rowOf({ file, line, column, page, severity, reason, hint, rule }: Message): Array<string | Element> {
  const place =
    page === undefined ? (line > 0 ? `${file}:${line}:${column}` : file) : `${file}, page ${page}`;
  return [
    place,
    h('span', { className: ['severity', severity] }, severity),
    h('span', [reason, ...(hint === '' ? [] : [h('br'), h('span.hint', hint)])]),
    h('code', rule),
  ];
}
