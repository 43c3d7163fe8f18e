import { expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { limits } from '../../src/book/limits.ts';
import { folderOf } from '../builders/folder.ts';

/** What no fixture can hold: chapters just beyond a limit, and what is said of them. */
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

/** Stylesheets just beyond a limit, what is said of them, and the chapter where it matters. */
const beyondInStyles: Readonly<Record<string, { css: string; told: string; text?: string }>> = {
  'stylesheet-depth': {
    css: `p { width: ${'calc('.repeat(64)}1px${')'.repeat(64)} }\n`,
    told: 'theme.css:1:327 stylesheet-costly Brackets stand more than 64 levels deep in each other',
  },
  'stylesheet-part': {
    css: `b {}\n${'a, '.repeat(6667)}b { color: red }\n`,
    told: 'theme.css:2:1 stylesheet-costly What begins here has more than 20,000 characters up to its end',
  },
  'stylesheet-rules': {
    css: 'p { color: red }\n'.repeat(limits['stylesheet-rules'].most + 1),
    told: 'theme.css:20001:3 stylesheet-costly There are more than 20,000 rules up to here',
  },
  'stylesheet-nesting': {
    css: `p {\n${'& &, & {\n'.repeat(9)}color: red${'}'.repeat(10)}\n`,
    told: 'theme.css:10:1 stylesheet-costly Up to here each & stands for more than 10,000 selectors of the rules around it',
  },
  'stylesheet-length': {
    css: 'p {\n  height: 1042in;\n}\n',
    told: 'theme.css:2:11 stylesheet-costly A length of more than 100,000 pixels is longer than any book',
  },
  'stylesheet-items': {
    css: `p {\n  text-shadow: ${'red, '.repeat(250)}red;\n}\n`,
    told: 'theme.css:2:3 stylesheet-costly What begins here has more than 500 functions, names or parts between commas',
  },
  'stylesheet-content': {
    css: `p::before {\n  content: "${'word '.repeat(400)}";\n}\n`,
    told: 'theme.css:2:3 stylesheet-costly The text put in here has more than 2,000 characters',
  },
  'stylesheet-columns': {
    css: 'p {\n  grid-column: span 101;\n}\n',
    told: 'theme.css:2:21 stylesheet-costly A grid of more than 100 columns is wider than any page',
  },
  'stylesheet-number': {
    css: 'p {\n  column-count: 1001;\n}\n',
    told: 'theme.css:2:17 stylesheet-costly A number of more than 1,000 makes more of it than any page holds',
  },
  'stylesheet-matching': {
    css: 'p { color: red }\np:nth-child(3n) { color: red }\n'.repeat(300),
    text: `# One\n\n${'Words.\n\n'.repeat(3000)}`,
    told: 'theme.css:446:1 stylesheet-costly Up to here the browser would compare elements of this book some 1,000,000,000 times to find those that selectors mean',
  },
  'stylesheet-breaks': {
    css: 'em { color: red }\np { break-before: page }\n',
    text: `# One\n\n${'Words.\n\n'.repeat(limits['stylesheet-breaks'].most + 1)}`,
    told: 'theme.css:2:1 stylesheet-costly Up to here more than 3,000 pages of this book are ended by styles',
  },
  'stylesheet-counting': {
    css: `em { color: red }\np { counter-increment:${' a'.repeat(60)} }\n`,
    text: `# One\n\n${'Words.\n\n'.repeat(2600)}`,
    told: 'theme.css:2:1 stylesheet-costly Up to here counters of this book are changed or written more than 150,000 times',
  },
};

const books = [
  ...Object.entries(beyond).map(([name, { text, told }]) => ({ name, files: { '01-one.md': text }, told })),
  ...Object.entries(beyondInStyles).map(([name, { css, told, text = '# One\n\nWords.\n' }]) => ({
    name,
    files: { '01-one.md': text, 'theme.css': css },
    told,
  })),
];

test.each(books)(
  'beyond the limit $name nothing is built, and a message says so',
  async ({ files, told }) => {
    const folder = await folderOf({ 'book.yaml': 'title: A\nlanguage: en\n', ...files });
    const { ok, messages, artifacts } = await build(folder, { only: ['epub'], limits: { notes: 3 } });
    expect(
      messages.map(({ file, line, column, rule, reason }) => `${file}:${line}:${column} ${rule} ${reason}`),
    ).toEqual([told]);
    expect(messages[0]?.hint).not.toBe('');
    expect(ok).toBe(false);
    expect(artifacts).toEqual([]);
  },
);

test('every limit of stylesheets is met by one of them', () => {
  const ofStyles = Object.entries(limits).filter(
    ([, limit]) => 'rule' in limit && limit.rule === 'stylesheet-costly',
  );
  expect(Object.keys(beyondInStyles).toSorted()).toEqual(ofStyles.map(([name]) => name).toSorted());
});
