import { describe, expect, test } from 'vitest';
import { codeFrame } from '../../src/cli/code-frame.ts';

const plain = { columns: 60, hasColours: false };

/** What stands above the caret. */
function pointedAt(frame: ReadonlyArray<string>, length = 1): string {
  const [line = '', caret = ''] = frame;
  return line.slice(caret.indexOf('^'), caret.indexOf('^') + length);
}

describe('codeFrame', () => {
  test('shows the line, its number, and a caret below the place', () => {
    expect(codeFrame('Text.[^1] More.', { line: 12, column: 6 }, 'error', plain)).toEqual([
      '  12 │ Text.[^1] More.',
      '     │      ^',
    ]);
  });

  test('shows of a long line what is around the place', () => {
    const line = `${'before '.repeat(40)}HERE ${'behind '.repeat(40)}`;
    const frame = codeFrame(line, { line: 3, column: line.indexOf('HERE') + 1 }, 'error', plain);
    expect(pointedAt(frame, 4)).toBe('HERE');
    expect(frame[0]).toMatch(/^ {2}3 │ …(?:.|…)*…$/);
    expect(frame[0]?.length).toBeLessThanOrEqual(60);
  });

  test('shows the beginning and the end of a long line', () => {
    const line = `ONE ${'and '.repeat(40)}END`;
    expect(pointedAt(codeFrame(line, { line: 1, column: 1 }, 'error', plain), 3)).toBe('ONE');
    expect(pointedAt(codeFrame(line, { line: 1, column: line.length - 2 }, 'error', plain), 3)).toBe('END');
  });

  test('counts what is wide as two cells and what is above a letter as none', () => {
    const [, caret] = codeFrame('吾輩は猫e\u0301[', { line: 1, column: 7 }, 'error', plain);
    expect(caret).toBe(`    │ ${' '.repeat(9)}^`);
  });

  test('shows what would command the terminal', () => {
    const frame = codeFrame('a\u001B[2Jb', { line: 1, column: 6 }, 'error', plain);
    expect(frame[0]).toBe('  1 │ a\\u{1B}[2Jb');
    expect(pointedAt(frame)).toBe('b');
  });

  test('has colours where the terminal has', () => {
    const [line, caret] = codeFrame('a', { line: 1, column: 1 }, 'warning', { ...plain, hasColours: true });
    expect(line).toBe('\u001B[2m  1 │ \u001B[0ma');
    expect(caret).toBe('\u001B[2m    │ \u001B[0m\u001B[33m^\u001B[0m');
  });
});
