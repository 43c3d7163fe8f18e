import { expect, test } from 'vitest';
import { mayEndLine } from '../../../../src/emit/in-page/feet/line-ends.ts';

/** The text with a bar wherever a line may end. */
function divided(text: string): string {
  return Array.from({ length: text.length }, (_, at) =>
    at > 0 && mayEndLine(text, at) ? `|${text.charAt(at)}` : text.charAt(at),
  ).join('');
}

test.each([
  ['a long-sighted man', 'a |long-sighted |man'],
  ['two  spaces', 'two  |spaces'],
  ['海の上、船', '海|の|上、船'],
  ['เรือใหญ่มาก', 'เรือ|ใหญ่|มาก'],
  ['ทะเลใหญ่ มาก', 'ทะเล|ใหญ่ |มาก'],
  ['ลม5', 'ลม5'],
])('lines may end: %s', (text, expected) => {
  expect(divided(text)).toBe(expected);
});
