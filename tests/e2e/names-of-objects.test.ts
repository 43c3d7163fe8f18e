import { expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { folderOf } from '../builders/folder.ts';

/** What every object of JavaScript has, so that a name of an author's may be found where nobody has put it. */
const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

const chapter = (name: string): string => `---
title: The name ${name}
---

# ${name}

## ${name} {#${name}}

Text[^${name}] with a [link](#${name}), :index[${name}], \`${name}\`, [words]{.${name}}
and [@${name}], @${name} and :${name}[words].

*[${name}]: a name

[^${name}]: The note of ${name}.

:::${name}
Inner words.
:::

\`\`\`${name}
code
\`\`\`

<span ${name}="x">words</span> <${name}>others</${name}> &${name};

${name}
: a term
`;

test.each(names)('an author may call anything %s', async (name) => {
  const folder = await folderOf({
    'book.yaml': `title: ${name}\nlanguage: en\nauthor: ${name}\ncitations: works.bib\n`,
    'works.bib': `@book{${name}, title = {The ${name}}, author = {Roe, Jane}, date = {1999}}\n`,
    '01-one.md': chapter(name),
  });
  const { ok, messages } = await build(folder, { only: ['epub'] });
  expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(ok).toBe(true);
});

test.each(names)('keys and values of settings called %s are told of as others are', async (name) => {
  const folder = await folderOf({
    'book.yaml': `title: A\nlanguage: ${name}\nrole: ${name}\n${name}: { a: b }\nprint: { ${name}: 1, theme: ${name} }\ncontributors: { ${name}: Jane Roe }\n`,
    '01-one.md': `---\n${name}: x\nrole: ${name}\nlanguage: ${name}\n---\n\n# One\n\nWords.\n`,
  });
  const { ok, messages } = await build(folder, { only: ['epub'] });
  expect(ok).toBe(false);
  for (const { reason, hint = '' } of messages) {
    expect(typeof hint).toBe('string');
    expect(reason + hint).not.toMatch(/function|\[object|undefined/);
  }
});

test.each(names)('texts for other programs may have anything called %s', async (name) => {
  const text = `# ${name}\n\n:${name}: \\${name}{x} {% ${name} %}\n\n!!! ${name}\n    Inner words.\n\n:::{${name}}\nmore words\n:::\n\n> [!${name}]\n> last words\n`;
  for (const [config, content] of [
    ['mkdocs.yml', `site_name: A\n${name}: b\nnav:\n  - ${name}: one.md\n`],
    ['_quarto.yml', `project: { type: book }\nbook: { title: A, chapters: [one.md] }\n${name}: b\n`],
    ['_toc.yml', 'format: jb-book\nroot: one\n'],
    ['SUMMARY.md', '# Summary\n\n* [One](one.md)\n'],
  ] as const) {
    const at = config === 'mkdocs.yml' ? 'docs/one.md' : 'one.md';
    const folder = await folderOf({ [config]: content, [at]: text });
    const { messages } = await build(folder, { only: ['epub'] });
    for (const { reason, hint = '' } of messages) expect(reason + hint).not.toMatch(/native code|\[object/);
  }
});
