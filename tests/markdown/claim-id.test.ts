import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../src/book/messages/messages.ts';
import { parseManuscript } from '../../src/markdown/parse-manuscript.ts';
import { manuscript } from '../builders/manuscript.ts';

function told(files: Readonly<Record<string, string>>): string[] {
  const source = manuscript(files);
  parseManuscript(source);
  return messagesOf(source.files).map(
    ({ file, line, column, rule, reason }) => `${file}:${line}:${column} ${rule} ${reason}`,
  );
}

describe('an id that two files give', () => {
  it.each([
    ['## Map {#x}', '## Chart {#x}'],
    [':::tip{#x}\nMap.\n:::', 'A <a name="x">chart</a>.'],
    ['A <span id="x">map</span>.', '![Chart](chart.png){#x}'],
  ])('is one in each: %j and %j', (first, second) => {
    const files = {
      '01-one.md': `# One\n\n${first}`,
      '02-two.md': `# Two\n\n${second}\n\n[other](01-one.md#x)`,
    };
    expect(told(files)).toEqual([]);
  });

  it('leaves a link from a third file without an address, which names both', () => {
    const files = {
      '01-one.md': '# One\n\n## Map {#x}',
      '02-two.md': '# Two\n\n[own](#x)\n\n## Chart {#x}',
      '03-three.md': '# Three\n\n[which](#x)',
    };
    expect(told(files).filter((message) => message.includes('link-target'))).toEqual([
      '03-three.md:3:1 link-target Several files have a place "#x"',
    ]);
  });
});

describe('ids spelled alike', () => {
  it('are one', () => {
    expect(told({ '01-one.md': '# One\n\n<b id="a b">A</b>\n\n<b id="a_20b">B</b>' })).toEqual([
      '01-one.md:5:1 id-duplicate The id "a_20b" is given twice in this file, first in line 3',
    ]);
  });
});
