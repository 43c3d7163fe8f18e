import { describe, expect, it } from 'vitest';
import { proposedConfig } from '../../../src/read/book-yaml/proposed-config.ts';
import { folderOf } from '../../builders/folder.ts';

const lines = 'Write a file book.yaml with these lines:\n';

async function proposalFor(files: Readonly<Record<string, string>>) {
  return proposedConfig(await folderOf(files));
}

describe('where there is no book.yaml', () => {
  it('the first heading is proposed as the title', async () => {
    expect(await proposalFor({ 'README.md': '# Read me', '01.md': 'x\n\n# The "Sea": One {#a}\n' })).toEqual({
      reason: 'The manuscript has no book.yaml',
      hint: `${lines}title: 'The "Sea": One'\nlanguage: en`,
    });
  });

  it.each([
    ['book.toml', '[book]\ntitle = "The Tale"\nauthors = ["Ann B", "Cy D"]\nlanguage = "de"\n', 'mdBook'],
    ['_quarto.yml', 'book:\n  title: The Tale\n  author:\n    - Ann B\n    - Cy D\nlang: de\n', 'Quarto'],
    ['metadata.yml', 'title: "The Tale"\nauthor: [Ann B, Cy D]\nlang: de\n', 'Pandoc'],
    [
      'vivliostyle.config.js',
      "module.exports = {\n  title: 'The Tale',\n  author: ['Ann B', 'Cy D'],\n  language: 'de',\n};",
      'Vivliostyle',
    ],
  ])('%s is looked at, and named as not read', async (name, text, program) => {
    expect(await proposalFor({ [name]: text, '01.md': '# One' })).toEqual({
      reason: `The manuscript has no book.yaml; ${name} is read by ${program}, not by Colophon`,
      hint: `${lines}title: The Tale\nlanguage: de\nauthor:\n  - Ann B\n  - Cy D`,
    });
  });

  it('the order of SUMMARY.md is proposed', async () => {
    const summary = '# Summary\n\n- [One](one.md)\n  - [Deep](a/deep.md#x)\n- [One again](./one.md)\n';
    const { hint } = await proposalFor({ 'src/SUMMARY.md': summary, 'src/one.md': '# One' });
    expect(hint).toBe(`${lines}title: One\nlanguage: en\ncontents:\n  - src/one.md\n  - src/a/deep.md`);
  });

  it.each([
    [
      { 'a.Rmd': '', 'b.Rmd': '' },
      'There are 2 .Rmd files: rename to .md; code in them is printed, not run.',
    ],
    [
      { 'a.docx': '' },
      'There is 1 .docx file: bring it in as Markdown with `colophon init FOLDER --from a.docx`.',
    ],
    [
      { 'My book.docx': '' },
      'There is 1 .docx file: bring it in as Markdown with `colophon init FOLDER --from "My book.docx"`.',
    ],
    [
      { 'text/a.md': '' },
      'The folder text/ holds 1 Markdown file: list under contents: (- text/name.md), or build that folder.',
    ],
  ])('what is seen in place of Markdown is named', async (files, sentence) => {
    expect((await proposalFor(files)).hint).toBe(`${lines}title: The Title\nlanguage: en\n${sentence}`);
  });

  it('one under a near name, or in a folder below, is found', async () => {
    expect((await proposalFor({ 'book.yml': 'title: A' })).hint).toBe('Rename book.yml to book.yaml.');
    expect((await proposalFor({ 'book.yaml.txt': 'title: A' })).hint).toBe(
      'Rename book.yaml.txt to book.yaml.',
    );
    const below = await proposalFor({ 'manuscript/book.yaml': 'title: A', 'a.md': '# A' });
    expect(below.hint).toBe('There is one in manuscript/: build that folder.');
  });
});
