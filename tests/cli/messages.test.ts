import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../src/book/messages/messages.ts';
import { countMessages, formatBriefly, formatMessages } from '../../src/cli/messages.ts';

const message: Message = {
  file: '01-one.md',
  line: 3,
  column: 14,
  severity: 'error',
  rule: 'note-undefined',
  reason: 'There is no note b',
  hint: 'Define it.',
};

describe('a message', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'colophon-messages-'));
    await writeFile(join(folder, '01-one.md'), '');
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('gives place, severity, rule and reason on one line, the hint below it', () => {
    expect(formatMessages([message], folder)).toEqual([
      `${folder}/01-one.md:3:14 error note-undefined  There is no note b`,
      '  Define it.',
    ]);
  });

  test('shows the line on a terminal, if there is one', async () => {
    await writeFile(join(folder, '01-one.md'), 'One.\n\nIt was dark.[^b] Night.\n');
    const terminal = { columns: 80, hasColours: false };
    expect(formatMessages([message], folder, terminal)).toEqual([
      `${folder}/01-one.md:3:14 error note-undefined  There is no note b`,
      '  3 │ It was dark.[^b] Night.',
      '    │              ^',
      '  Define it.',
    ]);
    expect(
      formatMessages(
        [
          { ...message, line: 9 },
          { ...message, file: 'none.md' },
        ],
        folder,
        terminal,
      ),
    ).toEqual([
      `${folder}/01-one.md:9:14 error note-undefined  There is no note b`,
      '  Define it.',
      'none.md:3:14 error note-undefined  There is no note b',
      '  Define it.',
    ]);
  });

  test('has the lines to write below one another', () => {
    expect(formatMessages([{ ...message, hint: 'Write:\na:\n  b: 1' }], folder)[1]).toBe(
      '  Write:\n  a:\n    b: 1',
    );
  });

  test('is a single line without a hint', () => {
    expect(formatMessages([{ ...message, hint: '' }], folder)).toHaveLength(1);
  });

  test('shows characters that would command a terminal or a CI server', () => {
    const hostile = {
      ...message,
      file: 'a\n::error::\u001B[2J.md',
      reason: 'No \u202Enote\u009B1m\r',
      hint: 'Write:\n\u0007a',
    };
    expect(formatMessages([hostile], folder)).toEqual([
      'a\\u{A}::error::\\u{1B}[2J.md:3:14 error note-undefined  No \\u{202E}note\\u{9B}1m\\u{D}',
      '  Write:\n  \\u{7}a',
    ]);
  });

  test('names the page of a finished file, and no line of it', () => {
    const inPdf = { ...message, file: 'book.pdf', rule: 'pdf-box', hint: '' } as const;
    expect(formatMessages([{ ...inPdf, page: 7 }, inPdf], folder)).toEqual([
      'book.pdf page 7 error pdf-box  There is no note b',
      'book.pdf error pdf-box  There is no note b',
    ]);
  });

  test('names what lies outside the manuscript as it is', () => {
    const inEpub = { ...message, file: 'book.epub/OEBPS/one.xhtml', rule: 'epubcheck/RSC-005' } as const;
    expect(formatMessages([inEpub], folder)[0]).toMatch(
      /^book\.epub\/OEBPS\/one\.xhtml:3:14 error epubcheck\/RSC-005 {2}/,
    );
  });
});

function list(errors: number, warnings: number): Message[] {
  return Array.from({ length: errors + warnings }, (_, index) =>
    index < errors ? message : { ...message, severity: 'warning' },
  );
}

describe('countMessages', () => {
  test.each([
    [0, 0, ''],
    [1, 0, '1 error'],
    [0, 1, '1 warning'],
    [2, 1, '2 errors, 1 warning'],
    [1, 3, '1 error, 3 warnings'],
  ])('counts %i errors and %i warnings', (errors, warnings, expected) => {
    expect(countMessages(list(errors, warnings))).toBe(expected);
  });
});

describe('many messages', () => {
  const warning: Message = { ...message, severity: 'warning', rule: 'link-target', hint: 'Correct it.' };
  const many = (count: number, of: Message, reason = (index: number) => `There is no ${index}`): Message[] =>
    Array.from({ length: count }, (_, index) => ({ ...of, line: index + 1, reason: reason(index) }));

  test('end with what stops the build', () => {
    const other = { ...warning, file: 'b.md' };
    expect(formatMessages([warning, message, other], '/no/folder')).toEqual([
      '01-one.md:3:14 warning link-target  There is no note b',
      '  Correct it.',
      'b.md:3:14 warning link-target  There is no note b',
      '  Correct it.',
      '01-one.md:3:14 error note-undefined  There is no note b',
      '  Define it.',
    ]);
  });

  test('that say the same are told by the first, a count and the next places', () => {
    const same = many(4, warning, () => 'It has no description');
    expect(formatMessages([...same, { ...warning, hint: 'Else.' }], '/no/folder').slice(0, 3)).toEqual([
      '01-one.md:1:14 warning link-target  It has no description',
      '… and 3 more link-target in 1 file: 01-one.md:2:14, 01-one.md:3:14, 01-one.md:4:14',
      '  Correct it.',
    ]);
  });

  test('of one kind are told by the first three, and their hint once', () => {
    expect(formatMessages(many(9, warning), '/no/folder')).toEqual([
      '01-one.md:1:14 warning link-target  There is no 0',
      '01-one.md:2:14 warning link-target  There is no 1',
      '01-one.md:3:14 warning link-target  There is no 2',
      '… and 6 more link-target in 1 file: 01-one.md:4:14, 01-one.md:5:14, 01-one.md:6:14 …; --json lists them all',
      '  Correct it.',
    ]);
  });

  test('that are errors are shown up to ten, since each must be mended', () => {
    expect(formatMessages(many(10, message), '/no/folder')).toHaveLength(11);
    expect(formatMessages(many(11, message), '/no/folder')[10]).toBe(
      '… and 1 more note-undefined in 1 file: 01-one.md:11:14',
    );
  });

  test('up to three stand at their places, each with its hint', () => {
    expect(formatMessages(many(3, warning), '/no/folder')).toHaveLength(6);
  });
});

describe('messages in a few lines', () => {
  const font = { ...message, file: 'a.md', rule: 'glyph-missing', hint: 'Run it.\nThen again.' } as const;

  test('tell of one kind of error all that is to be done', () => {
    expect(formatBriefly([font, { ...font, line: 9 }], '/none')).toEqual([
      'a.md:3:14 error glyph-missing  There is no note b (and 1 more like it)',
      '  Run it.',
      '  Then again.',
    ]);
  });

  test('tell of two kinds of errors, and how much else there is', () => {
    const others = [
      { ...message, severity: 'warning' },
      { ...message, rule: 'link-target', hint: 'Correct it.' },
    ] as const;
    expect(formatBriefly([...others, font, message], '/none')).toEqual([
      '01-one.md:3:14 error link-target  There is no note b',
      '  Correct it.',
      'a.md:3:14 error glyph-missing  There is no note b',
      '  Run it.',
      '… besides 1 error, 1 warning; --json lists them all',
    ]);
  });
});
