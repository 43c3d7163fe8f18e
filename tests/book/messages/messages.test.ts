import { describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { messagesOf, report } from '../../../src/book/messages/messages.ts';
import { preflightRules, type PreflightRuleId } from '../../../src/book/messages/preflight-rules.ts';
import { rules } from '../../../src/book/messages/rules.ts';

function place(write: (file: VFile) => void): [number, number] {
  const file = new VFile({ path: 'a.md' });
  write(file);
  const [message] = messagesOf([file]);
  return [message?.line ?? 0, message?.column ?? 0];
}

const start = { line: 3, column: 5, offset: 20 };
const position = { start, end: { line: 4, column: 1, offset: 30 } };

describe('report', () => {
  test('does not repeat what was written at any length', () => {
    const file = new VFile({ path: 'a.md' });
    report(file, 'config-value', 'Wrong', start, { hint: `Write: ${'𝒲'.repeat(9000)}` });
    report(file, 'config-value', 'Wrong', position, { hint: `Write: ${'w'.repeat(1900)}` });
    const [long, short] = messagesOf([file]).map(({ hint }) => hint);
    expect(long).toMatch(/^Write: (?:𝒲){900,1000} …$/u);
    expect(short).toBe(`Write: ${'w'.repeat(1900)}`);
  });

  test('takes severity and hint from the rule', () => {
    const file = new VFile({ path: 'a.md' });
    report(file, 'image-alt', 'The image has no description');
    report(file, 'note-empty', 'The note a is empty', start);
    expect(messagesOf([file])).toEqual([
      {
        file: 'a.md',
        line: 1,
        column: 1,
        severity: 'warning',
        rule: 'image-alt',
        reason: 'The image has no description',
        hint: rules['image-alt'].hint,
      },
      {
        file: 'a.md',
        line: 3,
        column: 5,
        severity: 'error',
        rule: 'note-empty',
        reason: 'The note a is empty',
        hint: rules['note-empty'].hint,
      },
    ]);
  });

  test.each(Object.entries(preflightRules))('takes those of the preflight rule %s as well', (id, rule) => {
    const file = new VFile({ path: 'book.pdf' });
    report(file, id as PreflightRuleId, 'Reason');
    expect(messagesOf([file])).toMatchObject([{ rule: id, ...rule }]);
  });

  test('prefers a better hint and another severity', () => {
    const file = new VFile({ path: 'a.md' });
    report(file, 'image-alt', 'Reason', undefined, { hint: 'Do this.', severity: 'error' });
    expect(messagesOf([file])).toMatchObject([{ severity: 'error', hint: 'Do this.' }]);
  });

  test('counts a finding of a checker as an error without a hint, unless told otherwise', () => {
    const file = new VFile({ path: 'book.epub' });
    report(file, 'epubcheck/RSC-005', 'Reason');
    report(file, 'epubcheck/ACC-009', 'Reason', undefined, { severity: 'warning' });
    expect(messagesOf([file]).map(({ rule, severity, hint }) => [rule, severity, hint])).toEqual([
      ['epubcheck/ACC-009', 'warning', ''],
      ['epubcheck/RSC-005', 'error', ''],
    ]);
  });

  test('takes a node, a position or a point for the place', () => {
    expect(place((file) => report(file, 'encoding', 'R', { position }))).toEqual([3, 5]);
    expect(place((file) => report(file, 'encoding', 'R', position))).toEqual([3, 5]);
    expect(place((file) => report(file, 'encoding', 'R', start))).toEqual([3, 5]);
    expect(place((file) => report(file, 'encoding', 'R', {}))).toEqual([1, 1]);
    expect(place((file) => report(file, 'encoding', 'R'))).toEqual([1, 1]);
  });
});

describe('messagesOf', () => {
  test('sorts by file, line, column and rule, whatever came first', () => {
    const [a, b] = [new VFile({ path: 'a.md' }), new VFile({ path: 'b.md' })];
    report(b, 'encoding', 'R', { line: 1, column: 1 });
    report(a, 'note-empty', 'R', { line: 10, column: 2 });
    report(a, 'note-empty', 'R', { line: 9, column: 30 });
    report(a, 'image-alt', 'R', { line: 10, column: 2 });
    report(a, 'note-empty', 'R', { line: 9, column: 4 });
    const places = messagesOf([b, a]).map(
      ({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`,
    );
    expect(places).toEqual([
      'a.md:9:4 note-empty',
      'a.md:9:30 note-empty',
      'a.md:10:2 image-alt',
      'a.md:10:2 note-empty',
      'b.md:1:1 encoding',
    ]);
  });

  test('gives each message once, though its file be named twice or say it twice', () => {
    const file = new VFile({ path: 'a.md' });
    report(file, 'encoding', 'R', start);
    report(file, 'encoding', 'R', start);
    report(file, 'encoding', 'Another', start);
    expect(messagesOf([file, file])).toHaveLength(2);
  });
});
