import { createHash } from 'node:crypto';
import type { Message } from '../../book/messages/messages.ts';
import { linesOf } from '../lines-of.ts';
import { version } from '../../version.ts';
import { visible, visibleLines } from '../visible.ts';
import { placeOf, repositoryRoot, type Place } from './place.ts';
import type { Report } from './report.ts';
import { ruleHelp } from './rule-help.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** The name by which places are relative to the root of the repository. */
const root = '%SRCROOT%';

/** Messages in the Static Analysis Results Interchange Format, SARIF 2.1.0 (OASIS, errata 01). */
export function sarif(report: Report): string {
  const { messages } = report.json;
  const ids = [...new Set(messages.map(({ rule }) => rule))].toSorted();
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Colophon', version, semanticVersion: version, rules: ids.map(descriptorOf) },
        },
        invocations: [{ executionSuccessful: true, exitCode: report.json.ok ? 0 : 1 }],
        originalUriBaseIds: { [root]: { description: { text: 'The root of the repository' } } },
        columnKind: 'utf16CodeUnits',
        results: resultsOf(report, ids),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptorOf(rule: Message['rule']) {
  const { severity, hint, meaning, markdown, uri } = ruleHelp(rule);
  return {
    id: rule,
    ...(meaning !== undefined && { shortDescription: { text: firstSentence(meaning) } }),
    ...(meaning !== undefined && { fullDescription: { text: meaning } }),
    help: {
      text: [meaning, hint].filter(Boolean).join('\n\n') || rule,
      ...(markdown !== undefined && { markdown }),
    },
    ...(uri !== undefined && { helpUri: uri }),
    defaultConfiguration: { level: levels[severity] },
  };
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?= |$)/.exec(text)?.[0] ?? text;
}

function resultsOf(report: Report, ids: ReadonlyArray<string>): object[] {
  const top = repositoryRoot(report.folder);
  const lineOf = linesOf();
  const met = new Map<string, number>();
  return report.json.messages.map((message) => {
    const { rule, severity, reason, hint } = message;
    const place = placeOf(message, report, top);
    const what = place.line === undefined ? reason : lineOf(`${top}/${place.path}`, place.line)?.trim();
    const print = [rule, place.path, what ?? reason].join('\n');
    const before = met.get(print) ?? 0;
    met.set(print, before + 1);
    return {
      ruleId: rule,
      ruleIndex: ids.indexOf(rule),
      level: levels[severity],
      message: { text: [visible(told(reason, message)), visibleLines(hint)].filter(Boolean).join('\n') },
      locations: [{ physicalLocation: locationOf(place) }],
      // The same wherever else in the file lines come and go.
      partialFingerprints: {
        'ruleAndLine/v1': createHash('sha256').update(`${print}\n${before}`).digest('hex'),
      },
    };
  });
}

function told(reason: string, { page }: Message): string {
  return page === undefined ? reason : `Page ${page}: ${reason}`;
}

function locationOf({ path, line, column }: Place): object {
  const isInside = !path.startsWith('/') && !/^[A-Za-z]:\//.test(path);
  const uri = path.split('/').map(encodeURIComponent).join('/');
  return {
    artifactLocation: isInside ? { uri, uriBaseId: root } : { uri: `file://${uri}` },
    region: { startLine: line ?? 1, startColumn: column ?? 1 },
  };
}
