import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../src/book/messages/messages.ts';
import { parseManuscript } from '../../src/markdown/parse-manuscript.ts';
import { manuscript, type TestOptions } from '../builders/manuscript.ts';

function told(files: Readonly<Record<string, string>>, options: TestOptions = {}): string[] {
  const source = manuscript(files, options);
  parseManuscript(source);
  return messagesOf(source.files).map(
    ({ file, line, column, rule, reason }) => `${file}:${line}:${column} ${rule} ${reason}`,
  );
}

describe('an id that two files give', () => {
  it.each([
    ['## Map {#x}', '## Chart {#x}', '3:1'],
    [':::tip{#x}\nMap.\n:::', 'A <a name="x">chart</a>.', '3:3'],
    ['A <span id="x">map</span>.', '![Chart](chart.png){#x}', '3:20'],
    ['![Map](map.png){#x}', ':::tip{#x}\nChart.\n:::', '3:1'],
  ])('is told of at the second place, which names the first: %j and %j', (first, second, place) => {
    const messages = told({ '01-one.md': `# One\n\n${first}`, '02-two.md': `# Two\n\n${second}` });
    expect(messages).toEqual([
      expect.stringMatching(
        new RegExp(
          String.raw`^02-two\.md:${place} id-duplicate The id "x" is given twice in the book, first in 01-one\.md:3:\d+$`,
        ),
      ),
    ]);
  });

  it('is told of in titles and in shared notes too', () => {
    const files = { '01-one.md': '# One {#x}\n\nA.[^a]', '02-two.md': '# Two {#x}' };
    expect(told(files, { shared: '[^a]: <b id="x">B</b>.' })).toEqual([
      '01-one.md:1:1 id-duplicate The id "x" is given twice in the book, first in notes.md:1:7',
      '02-two.md:1:1 id-duplicate The id "x" is given twice in the book, first in notes.md:1:7',
    ]);
  });

  it('is none where files call headings alike', () => {
    expect(told({ '01-one.md': '# One\n\n## Map', '02-two.md': '# Two\n\n## Map' })).toEqual([]);
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
