import type { Message } from '../../book/messages/messages.ts';
import { condense } from '../condense.ts';
import { visible, visibleLines } from '../visible.ts';
import { placeOf, repositoryRoot } from './place.ts';
import type { Report } from './report.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * Messages as commands of GitHub's workflows: the server shows each at its line, and the log has place,
 * rule, reason and hint. What is found many times is told a few times, and counted.
 */
export function github(report: Report): string {
  return (report.parts ?? [report]).map(annotations).join('');
}

function annotations(report: Report): string {
  const root = repositoryRoot(report.folder);
  return condense(report.json.messages)
    .flatMap(({ shown, counted }) => [
      ...shown.map((message) => annotation(message, report, root)),
      ...(counted.length === 0 ? [] : [`… and ${counted.length} more ${counted[0]?.rule ?? ''}\n`]),
    ])
    .join('');
}

function annotation(message: Message, report: Report, root: string): string {
  const { path, line, column, words } = placeOf(message, report, root);
  const { rule, reason, hint, severity } = message;
  const properties = [
    ...(line === undefined ? [] : [`file=${property(path)}`, `line=${line}`, `col=${column ?? 1}`]),
    `title=${property(rule)}`,
  ];
  const told = `${visible(`${words} ${rule}  ${reason}`)}${hint === '' ? '' : `\n${visibleLines(hint)}`}`;
  return `::${commands[severity]} ${properties.join(',')}::${data(told)}\n`;
}

/** As the runner's toolkit escapes what a command says. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
