import { describe, expect, it } from 'vitest';
import { VFile } from 'vfile';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { createDensityJudge } from '../../../src/markdown/reading/density-judge.ts';
import { limits } from '../../../src/book/limits.ts';

function judged(value: string, judge = createDensityJudge()): string[] {
  const file = new VFile({ path: 'one.md', value });
  const isReadable = judge(file);
  const messages = messagesOf([file]);
  expect(messages.length).toBe(isReadable ? 0 : 1);
  return messages.map(({ rule, line, column, reason }) => `${line}:${column} ${rule} ${reason}`);
}

const dense = (what: string) =>
  expect.stringMatching(new RegExp(`^3:1 too-dense The paragraph has \\d+ ${what}`));

/** One sign, two, three …, none of which meets its like. */
function rows(sign: string, length = 1000): string {
  return Array.from({ length }, (_, at) => sign.repeat(at + 1)).join(' ');
}

describe('what takes more time to read than any book may', () => {
  it.each([
    ['signs of emphasis', '*a_ '.repeat(12_500)],
    ['signs of emphasis', `${'*a **a '.repeat(2000)}b${' a** a*'.repeat(2000)}`],
    ['signs of emphasis', 'a_ '.repeat(65_000)],
    ['signs of emphasis', 'a_ b\n'.repeat(3000)],
    ['signs of emphasis', '2. a_ b\n'.repeat(3000).replace('2. ', 'x ')],
    ['signs of emphasis', `| a |\n| ${'a_ '.repeat(3000)}`],
    ['beginnings of HTML comments', 'a <![CDATA['.repeat(50_000)],
    ['beginnings of HTML comments', 'a <!--'.repeat(1000)],
    ['beginnings of HTML comments', 'a <?'.repeat(1000)],
    ['brackets', '[a](https://example.org/) '.repeat(100_000)],
    ['brackets', '[^x] '.repeat(20_000)],
    ['brackets', '[1] '.repeat(20_000)],
    ['backticks', 'a ` `` '.repeat(5000)],
    ['backticks or dollar signs in a row', rows('`')],
    ['backticks or dollar signs in a row', rows('$')],
    ['addresses', 'a@b.c '.repeat(30_000)],
    ['addresses', 'https://example.org/ www.example.org '.repeat(4000)],
    ['lines', `> a\n${'b\n'.repeat(20_000)}`],
    ['characters behind signs without an end', `${'a <!--'.repeat(450)}${' a'.repeat(200_000)}`],
    ['characters behind signs without an end', `${'a <?'.repeat(450)}${' a'.repeat(200_000)}`],
    ['characters behind signs without an end', `${'a <!A '.repeat(450)}${' a'.repeat(200_000)}`],
    ['characters behind signs without an end', `${'a <![CDATA['.repeat(450)}${' a'.repeat(200_000)}`],
    ['characters behind signs without an end', `${rows('$', 99)}${' a'.repeat(200_000)}`],
    ['characters behind signs without an end', `${rows('`', 99)}${' a'.repeat(200_000)}`],
    ['characters behind signs without an end', `x ${'a=:a{ '.repeat(4000)}`],
    [
      'characters behind signs without an end',
      `x ${'[a '.repeat(2900)}${' a'.repeat(200_000)}${' ]'.repeat(2900)}`,
    ],
  ])('%s', (what, text) => {
    expect(judged(`# One\n\n${text}`)).toEqual([dense(what)]);
  });

  it.each(['- ', '* ', '1. ', '2) ', '> ', '>', '> - '])(
    'is %j many times at the beginning of a line',
    (sign) => {
      expect(judged(`Text.\n\n${sign.repeat(10_000)}a`)).toEqual([
        expect.stringMatching(
          /^3:\d{3} too-deep The line begins deeper in lists and quotations than is read$/,
        ),
      ]);
    },
  );

  it.each([':::tip', ':::: tip A title', '::: {.note}', ':::what[is]{.this}', '> :::tip'])(
    'is a block %j a hundred times without its end',
    (fence) => {
      expect(judged(`Text.\n\n${`${fence}\n\n`.repeat(101)}a`)).toEqual([
        expect.stringMatching(/^203:[13] too-deep The block begins within 100 others that are not closed$/),
      ]);
    },
  );

  it('is not a file of rows of blanks that are just short enough, which is read at once', () => {
    expect(judged(`a${' '.repeat(9900)}b\n\n`.repeat(400))).toEqual([]);
  });

  it('is a line of millions of signs, a break that is no list among them', () => {
    expect(judged(`Text.\n\n${'- '.repeat(3_900_000)}\n`)).toEqual([
      '3:1 too-dense The file has more than 20000 lists and quotations within others',
    ]);
  });

  it('is found without a second look at blanks', () => {
    expect(judged(`${`-${' '.repeat(50)}`.repeat(99)}x`)).toEqual([]);
  });

  it('is a list behind hundreds of columns', () => {
    expect(judged(`a\n${' '.repeat(500)}- b`)).toEqual([expect.stringMatching(/^2:503 too-deep/)]);
  });

  it('is a word of ten thousand letters', () => {
    const reason = 'The word here has more than 10000 characters, and no line can end in it';
    expect(judged(`A ${'ä'.repeat(1_000_000)} b`)).toEqual([`1:3 too-dense ${reason}`]);
    expect(judged(`${'a '.repeat(20_000)}${'b'.repeat(10_001)}`)).toEqual([`1:40001 too-dense ${reason}`]);
  });

  it.each(['\n', '```\n', '***\n', '>\n'])('is a file of hundreds of thousands of lines %j', (line) => {
    expect(judged(line.repeat(260_000))[0]).toMatch(
      /^\d+:\d+ too-dense The file has more than 250000 lines$/,
    );
  });

  it.each([' ', '\t'])('is ten thousand blanks %j in a row', (blank) => {
    const reason = 'More than 10000 blanks stand here in a row';
    expect(judged(`a\nb${blank.repeat(10_001)}c`)).toEqual([`2:2 too-dense ${reason}`]);
    expect(judged(`a\nb${blank.repeat(10_000)}c`)).toEqual([]);
    expect(judged(`a\nb${blank.repeat(8_000_000)}c`)).toEqual([`2:2 too-dense ${reason}`]);
  });

  it('is a file of thousands of terms', () => {
    expect(judged('a\n: b\n\n'.repeat(2501))).toEqual([
      '7502:1 too-dense The file defines more than 2500 terms',
    ]);
  });

  it.each([
    ['quotations', '> a\n\n'.repeat(20_002), '40002:1'],
    ['lists', '- a\n- b\n\nc\n\n'.repeat(20_002), '100004:1'],
    ['numbered lists in quotations', '> 1. a\n\n'.repeat(20_002), '40002:1'],
  ])('is a file of thousands of %s', (_, text, place) => {
    expect(judged(text)).toEqual([
      expect.stringMatching(
        new RegExp(`^${place} too-dense The file has more than 20000 lists and quotations$`),
      ),
    ]);
  });

  it.each([
    ['quotations', `${'> '.repeat(50)}a\n\n`],
    ['quotations in lists', `${'- > '.repeat(25)}a\n`],
    ['deep lists', `${' '.repeat(100)}- a\n`],
  ])('is a file of thousands of %s within others', (_, line) => {
    expect(judged(line.repeat(5000))).toEqual([
      expect.stringMatching(
        /^\d+:1 too-dense The file has more than 20000 lists and quotations within others$/,
      ),
    ]);
    expect(judged(line.repeat(100))).toEqual([]);
  });

  it.each([
    [
      'short rows below a wide head',
      `${'| a '.repeat(1000)}|\n${'|---'.repeat(1000)}|\n${'| b\n'.repeat(600)}`,
      '2:1',
    ],
    [
      'rows without signs of cells',
      `${'a | '.repeat(1000)}b\n${'- | '.repeat(1000)}-\n${'b\n'.repeat(600)}`,
      '2:1',
    ],
    [
      'tables',
      `${'| a '.repeat(6)}|\n${'|---'.repeat(6)}|\n${'| b '.repeat(6)}|\n\n`.repeat(42_000),
      '66666:1',
    ],
  ])('is a file whose tables have too many cells: %s', (_, text, place) => {
    expect(judged(text)).toEqual([`${place} too-dense The file has more than 200000 cells of tables`]);
  });

  it('is a line of thousands of signs of cells, in a table or not', () => {
    const told = '3:10001 too-dense The file has more than 5000 signs of cells in a line';
    expect(judged(`# One\n\n${'| '.repeat(300_000)}`)).toEqual([told]);
    expect(judged(`# One\n\n${'| '.repeat(5000)}\n${'| '.repeat(5000)}`)).toEqual([]);
  });

  it('is a file of thousands of blocks', () => {
    expect(judged(':::tip\na\n:::\n\n'.repeat(20_001))).toEqual([
      '80001:1 too-dense The file has more than 20000 blocks between colons',
    ]);
  });

  it('is a file of thousands of headings', () => {
    expect(judged('## A\n\n'.repeat(20_001))).toEqual([
      '40001:1 too-dense The file has more than 20000 headings',
    ]);
    expect(judged('## A\n\n'.repeat(20_000))).toEqual([]);
    expect(judged('A\n=\n\nB\n--- \n\n'.repeat(10_001))).toEqual([
      '60001:1 too-dense The file has more than 20000 headings',
    ]);
    expect(judged('A\n\n---\n\n'.repeat(20_001))).toEqual([]);
    expect(judged('#a hashtag\n\n####### a\n\n'.repeat(20_001))).toEqual([]);
  });

  it('is a file of a hundred thousand links', () => {
    expect(judged(`${'[a](https://example.org/) '.repeat(100)}\n\n`.repeat(1000))).toEqual([
      expect.stringMatching(
        /^\d+:1 too-dense The file has more than 50000 links, or four times as many tags, up to here$/,
      ),
    ]);
  });

  it('is a file of as many addresses', () => {
    expect(judged(`${'https://example.org/ '.repeat(100)}\n\n`.repeat(500))).toEqual([]);
    expect(judged(`${'https://example.org/ '.repeat(100)}\n\n`.repeat(501))).toEqual([
      expect.stringMatching(
        /^1001:1 too-dense The file has more than 50000 links, or four times as many tags, up to here$/,
      ),
    ]);
  });

  it.each([
    ['links in short paragraphs', '[a](b)\n\n'],
    ['notes', '[^a]: Text.\n\n'],
    ['definitions', '[a]: https://example.org/\n'],
    ['tags', `${'</b> '.repeat(8)}\n\n`],
    ['tags of a paragraph', `${'a<br>'.repeat(100)}\n\n`],
  ])('is a file of as many %s', (_, text) => {
    expect(judged(text.repeat(51_000))).toEqual([
      expect.stringMatching(
        /too-dense The file has more than 50000 links, or four times as many tags, up to here$/,
      ),
    ]);
    expect(judged(text.repeat(1000))).toEqual([]);
  });

  it('is too much of what is just below, in all files together', () => {
    const judge = createDensityJudge();
    const full = `${'a_ '.repeat(limits['paragraph-emphasis'].most)}\n\n`;
    expect(judged(full.repeat(20), judge)).toEqual([]);
    expect(judged(full.repeat(5), judge)).toEqual([]);
    expect(judged(full, judge)).toEqual([
      '1:1 too-dense The paragraphs up to here have more signs of emphasis than are read',
    ]);
  });
});

describe('what a real book may hold', () => {
  it.each([
    ['a long paragraph', `${'It *was* a long [day](#a) at sea. '.repeat(1000)}\n`],
    ['a long list', '- *a* **b** [c](#d)\n'.repeat(5000)],
    ['a long loose list', '- *a* **b** [c](#d)\n\n  More.\n\n'.repeat(20_001)],
    ['a long quotation in quotations', '> > > > > > a\n'.repeat(9000)],
    ['a long paragraph with a dollar', `It cost $5. ${'It was a long day at sea. '.repeat(80_000)}`],
    ['code in a long paragraph', '`a` <b> {b} [c](d){e} '.repeat(1400)],
    ['a long quotation', `${'> a\n>\n'.repeat(6000)}\nb\n`],
    ['a long numbered list', '1. *a* **b** [c](#d)\n'.repeat(5000)],
    [
      'many notes',
      Array.from({ length: 12_000 }, (_, index) => `[^${index}]: *A* note, [b](#c).\n`).join(''),
    ],
    ['a long table', `| a | b |\n|---|---|\n${'| *a* | [b](#c) |\n'.repeat(5000)}`],
    ['long code', `\`\`\`\n${'a[i] = *b_c; // <!\n'.repeat(5000)}\`\`\`\n`],
    ['HTML', `<table>\n${'<tr><td>*</td><!-- a --></tr>\n'.repeat(5000)}</table>\n`],
    ['Chinese', '海'.repeat(50_000)],
    ['Thai', 'ทะเล'.repeat(20_000)],
    ['a picture in its address', `![a](data:image/png;base64,${'A'.repeat(50_000)})`],
    ['many blocks', ':::tip\nA tip.\n:::\n\n::::note\n:::tip\nA\n:::\n::::\n\n'.repeat(200)],
    ['a block closed for all within', ':::tip\n:::tip\n:::\n\n'.repeat(200)],
    ['code with colons', '```\n:::tip\n```\n\n'.repeat(200)],
    ['breaks between pages', ':::pagebreak\n\nText.\n\n'.repeat(200)],
    ['colons that open nothing', '::: so to say, a line\n\n'.repeat(200)],
    ['a scene break', `a\n\n${'* '.repeat(200)}\n\n${'- '.repeat(200)}\n\n${'-'.repeat(500)}\n`],
    ['a long poem', 'The *sea*\n'.repeat(1000)],
  ])('%s', (_, text) => {
    expect(judged(text)).toEqual([]);
  });
});
