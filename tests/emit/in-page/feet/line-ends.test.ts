import { expect, test } from 'vitest';
import { mayEndLine } from '../../../../src/emit/in-page/feet/line-ends.ts';

/** The text with a bar wherever a line may end. */
function divided(text: string, language: string): string {
  return Array.from({ length: text.length }, (_, at) =>
    at > 0 && mayEndLine(text, at, language) ? `|${text.charAt(at)}` : text.charAt(at),
  ).join('');
}

test.each([
  ['en', 'a long-sighted man', 'a |long-sighted |man'],
  ['en', 'two  spaces', 'two  |spaces'],
  ['ja', '海の上、船', '海|の|上、船'],
  ['th', 'เรือใหญ่มาก', 'เรือ|ใหญ่|มาก'],
  ['', 'ทะเลใหญ่ มาก', 'ทะเล|ใหญ่ |มาก'],
  ['th', 'ลม5', 'ลม5'],
])('lines of %s may end: %s', (language, text, expected) => {
  expect(divided(text, language)).toBe(expected);
});
