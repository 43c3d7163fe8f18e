import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Severity } from '../../book/messages/rule.ts';
import type { ReportedCheck, ReportedRelease } from './reported-release.ts';
import { section, table } from './section.ts';

/** What was checked, by what, and how many faults were found. */
export function checksSection({ checks }: ReportedRelease): Element {
  const rows = checks.map((check) => {
    const [errors, warnings] = [countOf(check, 'error'), countOf(check, 'warning')];
    const outcome = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'good';
    return [
      check.name,
      check.tool,
      h('span', { className: [outcome] }, String(errors)),
      h('span', { className: [outcome] }, String(warnings)),
    ];
  });
  return section('checks', 'Checks', [table('Checks', ['Check', 'By', 'Errors', 'Warnings'], rows, [2, 3])]);
}

function countOf({ messages }: ReportedCheck, severity: Severity): number {
  return messages.filter((message) => message.severity === severity).length;
}
