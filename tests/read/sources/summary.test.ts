import { expect, it } from 'vitest';
import { entriesOfSummary } from '../../../src/read/sources/summary.ts';

const mdbook = { folder: 'src', parts: 'top', hasUnnumbered: true } as const;

it('reads chapters before, in and behind the list, parts and what is nested', () => {
  const text = `# Summary

[Preface](preface.md)

- [One](one.md)
  - [Below](one/below.md)
    - [Deeper](<one/the deep.md>)
- [Draft]()

# The *Second* Part

- [Two](./two.md#start)

[Afterword](afterword.md)
`;
  expect(entriesOfSummary(text, mdbook)).toEqual([
    { path: 'src/preface.md', title: 'Preface', numbered: false },
    { path: 'src/one.md', title: 'One' },
    { path: 'src/one/below.md', title: 'Below', below: 1 },
    { path: 'src/one/the deep.md', title: 'Deeper', below: 2 },
    { part: 'The Second Part', numbered: false },
    { path: 'src/two.md', title: 'Two', within: 1 },
    { path: 'src/afterword.md', title: 'Afterword', numbered: false },
  ]);
});

it('makes parts of titles without a file that hold chapters, and leaves out parts that hold none', () => {
  const text =
    '# S\n\n* Guide\n  * [One](one.md)\n* [Out](https://example.org/)\n\n# Empty\n\n# Last\n\n* [Two](two.md)\n';
  expect(entriesOfSummary(text, { ...mdbook, folder: '' })).toEqual([
    { part: 'Guide', numbered: false },
    { path: 'one.md', title: 'One', within: 1 },
    { part: 'Last', numbered: false },
    { path: 'two.md', title: 'Two', within: 1 },
  ]);
});

it('reads paths from the top of the site as those from the top of the book', () => {
  expect(entriesOfSummary('- [One](/one/two.md)\n', { ...mdbook, folder: '' })).toEqual([
    { path: 'one/two.md', title: 'One' },
  ]);
  expect(entriesOfSummary('- [One](/one/two.md)\n', mdbook)).toEqual([
    { path: 'src/one/two.md', title: 'One' },
  ]);
});
