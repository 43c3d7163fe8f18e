import { expect, test } from 'vitest';
import { github } from '../../../src/cli/reports/github.ts';
import { makeReport, thinLine, undefinedNote } from './make-report.ts';

test('every message is a command at its line, whose properties and text are escaped', () => {
  const odd = { ...undefinedNote, file: 'a,b: 100%.md', reason: '100% of\u001B[2J it', hint: 'Do:\nthis.' };
  expect(github(makeReport('book', [odd]))).toBe(
    '::error file=book/a%2Cb%3A 100%25.md,line=3,col=14,title=note-undefined::' +
      'book/a,b: 100%25.md:3:14 note-undefined  100%25 of\\u{1B}[2J it%0ADo:%0Athis.\n',
  );
});

test('a finding in a finished file has no line, and an info is a notice', () => {
  expect(github(makeReport('book', [{ ...thinLine, severity: 'info', hint: '' }]))).toBe(
    '::notice title=pdf-hairline::book/book-press.pdf page 12 pdf-hairline  A line is 0.1 pt thick\n',
  );
});

test('what a manuscript says is never a command', () => {
  const hostile = {
    ...undefinedNote,
    reason: 'x\n::stop-commands::y\r::error::z',
    hint: '\n::set-env name=a::b',
  };
  const lines = github(makeReport('book', [hostile]))
    .trimEnd()
    .split(/[\n\r]/);
  expect(lines).toHaveLength(1);
});

test('what is found many times is told a few times and counted', () => {
  const many = Array.from({ length: 30 }, (_, at) => ({
    ...undefinedNote,
    line: at + 1,
    reason: `No ${at}`,
  }));
  const lines = github(makeReport('book', many)).trimEnd().split('\n');
  expect(lines).toHaveLength(11);
  expect(lines.at(-1)).toBe('… and 20 more note-undefined');
});
