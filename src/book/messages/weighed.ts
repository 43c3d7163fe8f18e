import type { RuleSeverities } from '../metadata.ts';
import type { Message } from './messages.ts';
import type { Severity } from './rule.ts';
import { ruleOf, rightsRules, type SettableRule } from './rules.ts';

/**
 * Errors that are matters of judgement: with them, too, the files are what they say they are. Of all
 * others a book would have a hole, or a file would not be what its kind promises.
 */
const judgements: ReadonlySet<string> = new Set<SettableRule>([
  ...rightsRules,
  'printer-trim',
  'printer-bleed',
  'printer-paper',
  'printer-marks',
  'printer-pages',
  'printer-margins',
  'pdf-rich-black',
  'pdf-ink-limit',
  'pdf-image-resolution',
  'pdf-transparency',
  'epub-cover',
  'epub-cover-size',
  'epub-cover-format',
  'epub-image-size',
  'epub-media-type',
  'epub-size',
  'epub-text-size',
  'epub-file-name',
  'epub-remote',
  'epub-script',
  'epub-feature',
  'epub-math',
  'epub-navigation',
  'epub-page-list',
  'epub-fixed-layout',
  'epub-metadata',
]);

/** Whether a book may have breaches of a rule be less than errors. */
export function canYield(rule: SettableRule): boolean {
  return ruleOf(rule).severity !== 'error' || judgements.has(rule);
}

/** Messages as grave as a book sets them; those of rules it turns off are left out. */
export function weighed(messages: ReadonlyArray<Message>, severities: RuleSeverities): Message[] {
  const set = new Map<string, Severity | 'off'>(Object.entries(severities));
  if (set.size === 0) return [...messages];
  return messages.flatMap((message) => {
    const severity = set.get(message.rule);
    // Some breaches of a rule that warns are errors: those stay.
    const isFixed = message.severity === 'error' && !judgements.has(message.rule);
    if (severity === undefined || isFixed) return [message];
    return severity === 'off' ? [] : [{ ...message, severity }];
  });
}
