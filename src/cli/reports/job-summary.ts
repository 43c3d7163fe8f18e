import type { Message } from '../../book/messages/messages.ts';
import { severities } from '../../book/messages/rule.ts';
import { countMessages } from '../messages.ts';
import { size } from '../size.ts';
import { markdownText } from '../markdown-text.ts';
import { placeOf, repositoryRoot, type Place } from './place.ts';
import type { Report } from './report.ts';

/** How many findings the page of a job has room for. */
const most = 200;

/** The result in Markdown, for the page of a job: what was made, what is counted, what was found. */
export function jobSummary(report: Report): string {
  const { json, title, outcome, files, counts } = report;
  const found = countMessages(json.messages) || 'nothing found';
  return [
    `## ${markdownText(title)}: ${outcome}`,
    [...counts, ...tookOf(report), found].join(' · '),
    ...(report.parts === undefined ? [] : [booksOf(report.parts)]),
    ...(files.length === 0 || report.parts !== undefined
      ? []
      : [table(['File', 'Size', 'SHA-256'], files.map(fileRow))]),
    ...(json.messages.length === 0 ? [] : [findings(report)]),
    ...stepsOf(report),
    '',
  ].join('\n\n');
}

/** How long it took in all. */
function tookOf({ times = {} }: Report): string[] {
  return times['total'] === undefined ? [] : [`in ${seconds(times['total'])} s`];
}

/** How long each step took: of this the release tells nothing, whose bytes are the same on every machine. */
function stepsOf({ times = {} }: Report): string[] {
  const rows = Object.entries(times).map(([step, took]) => [markdownText(step), seconds(took)]);
  return rows.length < 2 ? [] : [table(['Step', 'Seconds'], rows)];
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}

function booksOf(books: ReadonlyArray<Report>): string {
  const rows = books.map((book) => {
    const { folder, title, outcome, counts, json } = book;
    return [
      markdownText(title),
      markdownText(folder),
      `${json.ok ? '✅' : '❌'} ${outcome}`,
      [...counts, ...tookOf(book), countMessages(json.messages)].filter(Boolean).join(' · '),
    ];
  });
  return table(['Book', 'Folder', 'Outcome', 'Counts and messages'], rows);
}

function fileRow({ path, bytes, sha256 }: Report['files'][number]): string[] {
  return [markdownText(path), size(bytes), `\`${sha256}\``];
}

function findings(report: Report): string {
  const root = repositoryRoot(report.folder);
  const ordered = report.json.messages.toSorted(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
  const rows = ordered.slice(0, most).map((message) => findingRow(message, placeOf(message, report, root)));
  const rest = ordered.length - rows.length;
  return [
    table(['Severity', 'Place', 'Rule', 'What, and what to do'], rows),
    ...(rest === 0 ? [] : [`… and ${rest} more; the log has them all.`]),
  ].join('\n\n');
}

const signs = { error: '❌ error', warning: '⚠️ warning', info: 'ℹ️ info' } as const;

function findingRow({ severity, rule, reason, hint }: Message, place: Place): string[] {
  return [
    signs[severity],
    linked(place),
    markdownText(rule),
    [markdownText(reason), markdownText(hint)].filter(Boolean).join('<br>'),
  ];
}

/** The place, on GitHub as a link to its line in the revision that was built. */
function linked({ words, path, line }: Place): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: revision } = process.env;
  if (line === undefined || server === undefined || repository === undefined || revision === undefined)
    return markdownText(words);
  const address = path.split('/').map(encodeURIComponent).join('/');
  return `[${markdownText(words)}](${server}/${repository}/blob/${revision}/${address}#L${line})`;
}

function table(heads: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): string {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
