import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { Message } from '../../book/messages/messages.ts';
import { isFailing } from '../../book/messages/rule.ts';
import { visibleLines } from '../visible.ts';
import { placeOf, repositoryRoot } from './place.ts';
import type { Report } from './report.ts';

type Node = ReturnType<typeof x>;
type Element = Extract<Node, { type: 'element' }>;

/**
 * Messages as the XML of JUnit that CI servers read: a suite for each file, a case for each message. What
 * fails the command is a failure, all else is output of a case that passed; where nothing was found, one
 * case says so.
 */
export function junit(report: Report): string {
  const all = (report.parts ?? [report]).flatMap(suitesOf);
  const failures = report.json.messages.filter(({ severity }) => isFailing(severity, report.strict)).length;
  const tests = all.reduce((sum, { children }) => sum + children.length, 0);
  const xml = toXml([
    { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="UTF-8"' },
    x('testsuites', { name: 'colophon', tests, failures, errors: 0 }, all),
  ]);
  // The library leaves it in texts, where it ends a section that never began.
  return `${xml.replaceAll(']]>', ']]&gt;')}\n`;
}

/** A suite for each file; where nothing was found, one that says so. */
function suitesOf(report: Report): Element[] {
  const root = repositoryRoot(report.folder);
  const suites = new Map<string, Message[]>();
  for (const message of report.json.messages) {
    const { path } = placeOf(message, report, root);
    suites.set(path, [...(suites.get(path) ?? []), message]);
  }
  if (suites.size === 0) return [suite(report.title, [nothing(report)], 0)];
  return [...suites].map(([path, messages]) =>
    suite(
      path,
      messages.map((message) => caseOf(message, report, root)),
      messages.filter(({ severity }) => isFailing(severity, report.strict)).length,
    ),
  );
}

function suite(name: string, cases: ReadonlyArray<Node>, failures: number): Element {
  const counted = { tests: cases.length, failures, errors: 0, skipped: 0 };
  return x('testsuite', { name: legal(name), ...counted }, [...cases]);
}

function nothing({ title, outcome }: Report): Node {
  return x('testcase', { classname: legal(title), name: outcome });
}

function caseOf(message: Message, report: Report, root: string): Node {
  const { rule, severity, reason, hint } = message;
  const { path, line, words } = placeOf(message, report, root);
  const text = legal([`${words} ${severity} ${rule}  ${reason}`, hint].filter(Boolean).join('\n'));
  const name = legal(`${rule}: ${reason} (${words})`);
  return x(
    'testcase',
    { classname: legal(path), name, file: legal(path), ...(line !== undefined && { line }) },
    [
      isFailing(severity, report.strict)
        ? x('failure', { type: severity, message: legal(reason) }, text)
        : x('system-out', text),
    ],
  );
}

/** Everything but the Char production of XML 1.0, 2.2, shown where it can be. */
function legal(text: string): string {
  return visibleLines(text).replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}
