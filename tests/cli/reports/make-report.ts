import type { Message } from '../../../src/book/messages/messages.ts';
import type { Report } from '../../../src/cli/reports/report.ts';

export const undefinedNote: Message = {
  file: '01-one.md',
  line: 3,
  column: 14,
  severity: 'error',
  rule: 'note-undefined',
  reason: 'No note is defined for [^b]',
  hint: 'Define it.',
};

export const thinLine: Message = {
  file: 'book-press.pdf',
  line: 1,
  column: 1,
  page: 12,
  severity: 'warning',
  rule: 'pdf-hairline',
  reason: 'A line is 0.1 pt thick',
  hint: 'Make it thicker.',
};

/** The report of a build of a folder that found these. */
export function makeReport(
  folder: string,
  messages: ReadonlyArray<Message>,
  changes: Partial<Report> = {},
): Report {
  return {
    json: { ok: messages.every(({ severity }) => severity !== 'error'), messages },
    strict: false,
    title: 'The Tide',
    outcome: 'built',
    files: [{ path: 'tide.epub', bytes: 271_400, sha256: 'ab12', kind: 'epub' }],
    counts: ['612 pages', '215,000 words'],
    folder,
    out: `${folder}/dist`,
    summary: 'Built.\n',
    ...changes,
  };
}
