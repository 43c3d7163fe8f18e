import { expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { limits } from '../../src/book/limits.ts';
import { folderOf } from '../builders/folder.ts';

/** What no fixture can hold: manuscripts just beyond a limit, and what is said of them. */
const beyond = {
  'file-headings': {
    text: `# One\n\n${'## A\n\n'.repeat(limits['file-headings'].most)}`,
    told: '01-one.md:40001:1 too-dense The file has more than 20000 headings',
  },
  'file-containers': {
    text: `# One\n\n${`${'> '.repeat(90)}a\n\n`.repeat(250)}`,
    told: '01-one.md:447:1 too-dense The file has more than 20000 lists and quotations within others',
  },
  'paragraph-lookahead': {
    text: `# One\n\n${'a <!--'.repeat(450)}${' a'.repeat(100_000)}\n`,
    told: '01-one.md:3:1 too-dense The paragraph has 90608400 characters behind signs without an end, more than the 40000000 that are read',
  },
  'formula-length': {
    text: `# One\n\n$$\n${'a + '.repeat(5001)}a\n$$\n`,
    told: '01-one.md:3:1 too-dense The formula has 20005 characters, more than the 20000 that are read',
  },
  'formula-time': {
    text: `# One $\\def\\a{b}\\a$\n\nA $\\def\\a{b}\\a$.\n\n$$\n\\def\\l{${'x '.repeat(4500)}}${'\\l'.repeat(900)}\n$$\n`,
    told: '01-one.md:5:1 too-dense The formula takes more than 2 seconds: what it defines is repeated too often',
  },
  'text-memory': {
    text: `# One\n\n${`${'&amp; '.repeat(500)}\n\n`.repeat(900)}`,
    told: '01-one.md:1525:1843 too-dense The text up to here takes more than 2000 MB of memory, as it is reckoned',
  },
  notes: {
    text: `# One\n\n${[1, 2, 3, 4].map((number) => `Text.[^${number}]\n\n[^${number}]: Note.\n\n`).join('')}`,
    told: '01-one.md:17:1 too-dense The book has more than 3 notes',
  },
};

test.each(Object.entries(beyond))(
  'beyond the limit %s nothing is built, and a message says so',
  async (_, { text, told }) => {
    const folder = await folderOf({ 'book.yaml': 'title: A\nlanguage: en\n', '01-one.md': text });
    const { ok, messages, artifacts } = await build(folder, { only: ['epub'], limits: { notes: 3 } });
    expect(
      messages.map(({ file, line, column, rule, reason }) => `${file}:${line}:${column} ${rule} ${reason}`),
    ).toEqual([told]);
    expect(messages[0]?.hint).not.toBe('');
    expect(ok).toBe(false);
    expect(artifacts).toEqual([]);
  },
);
