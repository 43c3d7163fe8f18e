import { expect, test } from 'vitest';
import { SaxesParser } from 'saxes';
import { junit } from '../../../src/cli/reports/junit.ts';
import { makeReport, thinLine, undefinedNote } from './make-report.ts';

/** The elements of a document in order, with some of their attributes. */
function elements(xml: string): string[] {
  const found: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const { tests, failures, file, line, type } = attributes as Readonly<Record<string, string>>;
    found.push([name, tests, failures, file, line, type].filter((each) => each !== undefined).join(' '));
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return found;
}

test('errors are failures; warnings are where they fail the build', () => {
  const messages = [undefinedNote, { ...undefinedNote, severity: 'warning' as const }, thinLine];
  expect(elements(junit(makeReport('book', messages)))).toEqual([
    'testsuites 3 1',
    'testsuite 2 1',
    'testcase book/01-one.md 3',
    'failure error',
    'testcase book/01-one.md 3',
    'system-out',
    'testsuite 1 0',
    'testcase book/book-press.pdf',
    'system-out',
  ]);
  expect(elements(junit(makeReport('book', messages, { strict: true })))[0]).toBe('testsuites 3 3');
});

test('a case says that nothing was found', () => {
  expect(elements(junit(makeReport('book', [])))).toEqual(['testsuites 1 0', 'testsuite 1 0', 'testcase']);
});

test('is XML whatever the manuscript says', () => {
  const hostile = { ...undefinedNote, file: 'a\u0000".md', reason: ']]><x>\uFFFE\u001B\uD800', hint: '&\n<' };
  expect(elements(junit(makeReport('book', [hostile])))).toHaveLength(4);
});
