import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../src/book/messages/messages.ts';
import { countMessages, formatMessage, formatMessages } from '../../src/cli/messages.ts';

const message: Message = {
  file: '01-one.md',
  line: 3,
  column: 14,
  severity: 'error',
  rule: 'note-undefined',
  reason: 'There is no note b',
  hint: 'Define it.',
};

describe('formatMessage', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'colophon-messages-'));
    await writeFile(join(folder, '01-one.md'), '');
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('gives place, severity, rule and reason on one line, the hint below it', () => {
    expect(formatMessage(message, folder)).toBe(
      `${folder}/01-one.md:3:14 error note-undefined  There is no note b\n  Define it.`,
    );
  });

  test('is a single line without a hint', () => {
    expect(formatMessage({ ...message, hint: '' }, folder)).not.toContain('\n');
  });

  test('names the page of a finished file, and no line of it', () => {
    const inPdf = { ...message, file: 'book.pdf', rule: 'pdf-box', hint: '' } as const;
    expect(formatMessage({ ...inPdf, page: 7 }, folder)).toBe(
      'book.pdf page 7 error pdf-box  There is no note b',
    );
    expect(formatMessage(inPdf, folder)).toBe('book.pdf error pdf-box  There is no note b');
  });

  test('names what lies outside the manuscript as it is', () => {
    const inEpub = { ...message, file: 'book.epub/OEBPS/one.xhtml', rule: 'epubcheck/RSC-005' } as const;
    expect(formatMessage(inEpub, folder)).toMatch(
      /^book\.epub\/OEBPS\/one\.xhtml:3:14 error epubcheck\/RSC-005 {2}/,
    );
  });
});

function list(errors: number, warnings: number): Message[] {
  return Array.from({ length: errors + warnings }, (_, index) =>
    index < errors ? message : { ...message, severity: 'warning' },
  );
}

describe('countMessages', () => {
  test.each([
    [0, 0, ''],
    [1, 0, '1 error'],
    [0, 1, '1 warning'],
    [2, 1, '2 errors, 1 warning'],
    [1, 3, '1 error, 3 warnings'],
  ])('counts %i errors and %i warnings', (errors, warnings, expected) => {
    expect(countMessages(list(errors, warnings))).toBe(expected);
  });
});

test('a rule broken very often is told by its first places and a count', () => {
  const many = Array.from({ length: 25 }, (_, index) => ({ ...message, line: index + 1, hint: '' }));
  const other = { ...message, rule: 'image-alt' as const, hint: '' };
  const lines = formatMessages([...many, other], '/no/folder');
  expect(lines).toHaveLength(5);
  expect(lines[3]).toBe(`… and 22 more ${message.rule} in 1 file; --json lists them all`);
  expect(lines[4]).toContain('image-alt');
  expect(formatMessages(many.slice(0, 20), '/no/folder')).toHaveLength(20);
});
