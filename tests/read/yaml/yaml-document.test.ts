import { describe, expect, it } from 'vitest';
import { VFile } from 'vfile';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { parseYaml } from '../../../src/read/yaml/yaml-document.ts';

function refusals(source: string): string[] {
  const file = new VFile({ path: 'book.yaml' });
  expect(parseYaml(file, source)).toBeUndefined();
  return messagesOf([file]).map((each) => `${each.line}:${each.column} ${each.rule} ${each.reason}`);
}

describe('parseYaml', () => {
  it('keeps every scalar as the author wrote it', () => {
    const document = parseYaml(new VFile(), 'a: 007\nb: no\nc:\nd: [1.0, ~]\ne: "x\\ty"\n');
    expect(document?.value).toEqual({ a: '007', b: 'no', c: '', d: ['1.0', '~'], e: 'x\ty' });
  });

  it('knows where keys and values stand', () => {
    const document = parseYaml(new VFile(), '# A comment\na:\n  - b: c\n    d: e\n');
    expect(document?.keyAt(['a', 0, 'd'])).toEqual({ line: 4, column: 5 });
    expect(document?.valueAt(['a', 0, 'd'])).toEqual({ line: 4, column: 8 });
    expect(document?.valueAt(['a', 0, 'absent', 'f'])).toEqual({ line: 3, column: 5 });
  });

  it.each([
    ['title: Night: A Journey', "Write: title: 'Night: A Journey'"],
    ["a:\n  - b: It's: so", "Write: b: 'It''s: so'"],
    ['title: "A": B', 'Mend the YAML: check indentation, quotes and colons.'],
  ])('says what to write for %s', (source, hint) => {
    const file = new VFile({ path: 'book.yaml' });
    parseYaml(file, source);
    expect(messagesOf([file])[0]?.hint).toBe(hint);
  });

  it('refuses aliases, so that nothing multiplies', () => {
    expect(refusals('a: &a [x]\nb: [*a, *a]\n')).toEqual(['2:5 config-syntax The alias "*a" is not allowed']);
    expect(refusals('title: &T and\n')).toEqual(['1:11 config-syntax The anchor "&T" is not allowed']);
  });

  it('refuses tags, duplicate keys, keys that are no text and unquoted colons', () => {
    expect(refusals('a: !!js/function x\n')[0]).toMatch(/^1:4 config-syntax The tag is not allowed/);
    expect(refusals('a: 1\na: 2\n')).toEqual(['2:1 config-syntax The key stands twice in the same mapping']);
    expect(refusals('? [a]\n: b\n')).toEqual(['1:3 config-syntax A key must be plain text']);
    expect(refusals('title: A: B\n')).toEqual([
      '1:8 config-syntax A value that contains ": " must be put in quotes',
    ]);
  });

  it('refuses words that no line can hold', () => {
    const longest = 'w'.repeat(10_000);
    expect(parseYaml(new VFile(), `a: ${longest} ${longest}\n`)).toBeDefined();
    expect(refusals(`a:\n  - b ${longest}w\n`)).toEqual([
      '2:5 too-dense The value has a word of more than 10,000 characters',
    ]);
  });

  it('finds control characters and lone surrogates behind escapes', () => {
    expect(refusals('a: "\\x01"\nb: "\\ud800"\n')).toEqual([
      '1:4 control-character The value contains the control character U+0001',
      '2:4 control-character The value contains the control character U+D800',
    ]);
  });

  it.each([
    ['flow lists', '['.repeat(60_000)],
    ['flow mappings', '{'.repeat(60_000)],
    ['block lists', `${'- '.repeat(30_000)}x`],
    ['explicit keys', `${'? '.repeat(30_000)}x`],
    ['indented mappings', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('refuses %s nested without end', (_, source) => {
    const reasons = refusals(source);
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toContain('The YAML is nested more than 20 levels deep');
  });

  it('reports no more than the first errors of a file that is no YAML', () => {
    expect(refusals('a: 1\n'.repeat(1000))).toHaveLength(20);
  });
});
