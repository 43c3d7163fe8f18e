import type { VFile } from 'vfile';
import type { Severity } from './rule.ts';
import type { RuleId } from './rules.ts';

/** Errors with which a text stays as typed, or without something that its message names. */
const bearable: ReadonlySet<RuleId> = new Set<RuleId>([
  'abbreviation-duplicate',
  'caption-alone',
  'html-unclosed',
  'index-mark',
  'math-syntax',
  'note-duplicate',
  'note-empty',
  'note-misplaced',
  'note-undefined',
  'note-unused',
  'reference-unknown',
]);

/**
 * How grave a breach is in a text: who builds a book that was written for another program cannot mend it there, so
 * that what leaves a text as it was typed is a warning.
 *
 * @param usual how grave it is in a text of ours
 */
export function severityIn({ data }: VFile, rule: RuleId, usual: Severity): Severity {
  return data.origin !== undefined && bearable.has(rule) ? 'warning' : usual;
}
