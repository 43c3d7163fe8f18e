import { join } from 'node:path';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { UsageError } from '../../src/book/errors.ts';
import { importFile } from '../../src/import/import-file.ts';
import type { ImportedFiles } from '../../src/import/imported.ts';
import { docx, drawing, mark, paragraph, run } from '../builders/docx.ts';
import { folderOf } from '../builders/folder.ts';
import { png } from '../builders/pictures.ts';

async function imported(name: string, content: string | Uint8Array): Promise<ImportedFiles> {
  return importFile(join(await folderOf({ [name]: content }), name), {});
}

const styles = ['Title', 'Subtitle', 'heading 1', 'heading 2', 'Quote', 'caption'];

test.each([
  ['Jane Doe', 'Jane Doe'],
  ['by Jane Doe', 'Jane Doe'],
  ['The Sea', undefined],
  ['It was a long road.', undefined],
])('the paragraph %j below the title of a Word document names %s', async (words, author) => {
  const body = [
    paragraph(run('The Salt Roads'), 'Title'),
    paragraph(run(words)),
    paragraph(run('One'), 'heading 1'),
    paragraph(run('The sea was there.')),
  ].join('');
  const { metadata, files, remarks } = await imported('draft.docx', await docx(body, { styles }));
  expect(metadata.authors).toEqual(author === undefined ? undefined : [author]);
  expect(remarks).toEqual(author === undefined ? [] : [`Taken for the author: “${author}”`]);
  expect([...files.values()].join('\n').includes(words)).toBe(author === undefined);
});

test('a Word document becomes chapters with its notes, pictures, tables and captions', async () => {
  const cell = (text: string): string => `<w:tc>${paragraph(run(text))}</w:tc>`;
  const body = [
    paragraph(run('The Salt Roads'), 'Title'),
    paragraph(run('Trade and Memory'), 'Subtitle'),
    paragraph(run('The First Road'), 'heading 1'),
    paragraph(
      `${run('A ')}${run('first', '<w:i/>')}${run(' road')}${mark(1)}${run(' of salt, 5 * 3 and [so].')}`,
    ),
    paragraph(run('As they said.'), 'Quote'),
    paragraph(drawing(1, 'Dots')),
    paragraph(run('The dots of salt'), 'caption'),
    `<w:tbl><w:tr>${cell('Year')}${cell('Salt')}</w:tr><w:tr>${cell('1400')}${cell('12')}</w:tr></w:tbl>`,
    paragraph(run('The Second Road'), 'heading 1'),
    paragraph(`${run('H')}${run('2', '<w:vertAlign w:val="subscript"/>')}${run('O')}${mark(2)}`),
  ].join('');
  const notes = [
    paragraph(run(' The first note.')),
    `${paragraph(run(' Second.'))}${paragraph(run('And more of it.'))}`,
  ];
  const { metadata, files, remarks } = await imported(
    'draft.docx',
    await docx(body, { notes, styles, pictures: [{ bytes: png(4, 3), alt: 'Dots' }] }),
  );
  expect(remarks).toEqual([]);
  expect(metadata).toMatchObject({ title: 'The Salt Roads', subtitle: 'Trade and Memory' });
  expect([...files.keys()]).toEqual([
    '01-the-first-road.md',
    '02-the-second-road.md',
    'images/picture-01.png',
  ]);
  expect(files.get('01-the-first-road.md')).toBe(`# The First Road

A *first* road[^1] of salt, 5 \\* 3 and \\[so].

> As they said.

:::figure{unnumbered}
![Dots](images/picture-01.png)

The dots of salt
:::

| Year | Salt |
| - | - |
| 1400 | 12 |

[^1]: The first note.
`);
  expect(files.get('02-the-second-road.md')).toBe(`# The Second Road

H<sub>2</sub>O[^2]

[^2]: Second.

    And more of it.
`);
});

test('headings of Word are known by outline levels and by their type, too', async () => {
  const outlined = '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>';
  const large = (size: number): string => `<w:b/><w:sz w:val="${size}"/>`;
  const body = [
    `${outlined}${run('The First Road', large(36))}</w:p>`,
    paragraph(run('Salt was carried.')),
    paragraph(run('The Second Road', large(36))),
    paragraph(run('Salt was sold.')),
    paragraph(run('Its price', large(28))),
    paragraph(run('A line in bold that is said with stress, and ends as sentences do.', large(28))),
    paragraph(`${run('Half ', large(28))}${run('bold')}`),
    paragraph(run('Bold, and no larger', '<w:b/>')),
    paragraph(run('The end.')),
  ].join('');
  const { files } = await imported('draft.docx', await docx(body));
  expect(files.get('01-the-first-road.md')).toBe('# The First Road\n\nSalt was carried.\n');
  const second = String(files.get('02-the-second-road.md'));
  expect(second.match(/^#.*$/gm)).toEqual(['# The Second Road', '## Its price']);
});

test.each(['<mc:Fallback/>', '<mc:Fallback><w:pict/></mc:Fallback>', ''])(
  'a picture with another form that shows nothing comes along: %j',
  async (fallback) => {
    const choices = drawing(1, 'Dots')
      .replace('<w:drawing>', '<mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing>')
      .replace('</w:drawing>', `</w:drawing></mc:Choice>${fallback}</mc:AlternateContent>`);
    const body = [paragraph(run('The Road'), 'heading 1'), paragraph(choices)].join('');
    const pictures = [{ bytes: png(4, 3), alt: 'Dots' }];
    const { files } = await imported('draft.docx', await docx(body, { styles: ['heading 1'], pictures }));
    expect(files.get('01-the-road.md')).toContain('![Dots](images/picture-01.png)');
  },
);

test('a style with an outline level is that of headings, whatever its name', async () => {
  const plain = await docx([paragraph(run('Road'), 'Kapitel'), paragraph(run('Salt.'))].join(''), {
    styles: ['Kapitel'],
  });
  const archive = await JSZip.loadAsync(plain);
  const known = (await archive.file('word/styles.xml')?.async('string')) ?? '';
  archive.file(
    'word/styles.xml',
    known.replace('</w:style>', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'),
  );
  const { files } = await imported('draft.docx', await archive.generateAsync({ type: 'uint8array' }));
  expect(files.get('01-road.md')).toBe('# Road\n\nSalt.\n');
});

test('the head of a text says who its author belongs to, and who publishes it', async () => {
  const head = 'The Salt Roads\nBy Jane Doe, Institute of Salt, Lviv\nHarbour Press\n2015';
  const text = `${'Salt was carried on the roads of the land. '.repeat(9)}\n`;
  for (const lines of [head, head.replaceAll('\n', '\n\n')]) {
    const { metadata, files } = await imported('salt.txt', `${lines}\n\n${text}`);
    expect(metadata).toMatchObject({
      title: 'The Salt Roads',
      authors: ['Jane Doe'],
      affiliation: 'Institute of Salt, Lviv',
      publisher: 'Harbour Press',
      date: '2015',
    });
    expect([...files.values()].join('')).not.toMatch(/Harbour|Lviv|2015/);
  }
});

test.each([
  ['The Salt Roads\n\nJane Doe', ['Jane Doe'], undefined],
  ['The Salt Roads\nJ. R. van Doe and John Roe', ['J. R. van Doe', 'John Roe'], undefined],
  ['The Salt Roads\n\nHow it was carried\n\nJane Doe', ['Jane Doe'], 'How it was carried'],
  ['The Salt Roads\n\nHow it was carried\n\nEarly Carts', undefined, 'How it was carried'],
  ['The Salt Roads\n\nLviv Markets\n\n2015', undefined, 'Lviv Markets'],
])(
  'a name alone below a title is that of the author, unless the text is about it: %s',
  async (head, authors, subtitle) => {
    const text = `${'In early Lviv salt was carried on the roads of the land in carts, and sold. '.repeat(4)}\n`;
    const { metadata, files, remarks } = await imported('salt.txt', `${head}\n\n${text}`);
    expect([metadata.title, metadata.authors, metadata.subtitle]).toEqual([
      'The Salt Roads',
      authors,
      subtitle,
    ]);
    expect([...files.values()].join('')).not.toContain('## J');
    expect(remarks.some((each) => each.startsWith('Taken for the author: “J'))).toBe(authors !== undefined);
  },
);

test('formulas of Word come as their letters, and that is told', async () => {
  const body = paragraph(`${run('So ')}<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>${run(' is it.')}`);
  const { files, remarks } = await imported('draft.docx', await docx(body));
  expect(files.get('01-draft.md')).toContain('So \\$x+y\\$ is it.');
  expect(remarks).toEqual(['1 formula stands as letters between dollar signs: set them anew in TeX']);
});

test('a text becomes a chapter; title, byline, date and rights stand in book.yaml', async () => {
  const { metadata, files, remarks } = await imported(
    'article.txt',
    `The Tide
What the Moon Does

By Jane Doe and John Roe
May 31st, 2015

Share this:

${'The sea comes and goes.[1] '.repeat(12)}

Why it comes

It comes since the moon [2] pulls it, as was said in 1687.

Notes
[1] Twice a day.
[2] And the sun.

This work is supported by the Foundation.
When referencing our materials, please include an active hyperlink and a maximum 500-character extract. To reprint anything longer, written permission must be acquired.
© 2014-2024 The Press. All rights reserved.
`,
  );
  expect(metadata).toEqual({
    title: 'The Tide',
    subtitle: 'What the Moon Does',
    authors: ['Jane Doe', 'John Roe'],
    date: '2015-05-31',
    rights: {
      year: 2024,
      holder: 'The Press',
      funding: ['This work is supported by the Foundation.'],
      attribution: 'When referencing our materials, please include an active hyperlink.',
      extract: { characters: 500 },
      permission: 'To reprint anything longer, written permission must be acquired.',
    },
  });
  expect(remarks).toEqual(['Left out as words of the site: “Share this:”']);
  expect(files.get('01-the-tide.md')).toMatch(
    /^# The Tide\n\nThe sea comes and goes\.\[\^1\] .*\n\n## Why it comes\n\nIt comes since the moon\[\^2\] pulls it, as was said in 1687\.\n\n\[\^1\]: Twice a day\.\n\n\[\^2\]: And the sun\.\n$/,
  );
});

const text = 'The sea comes and goes, and what it takes it brings again to another shore. '.repeat(6);

const page = `<!doctype html><html lang="en-GB"><head><title>The Tide | The Press</title>
<meta property="og:site_name" content="The Press"><meta name="author" content="Jane Doe">
<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2015-05-31T10:00:00Z"}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>The Tide</h1><p class="byline">By Jane Doe</p>
<div class="share-buttons"><a href="#">Tweet</a></div>
<p>${text}<sup><a href="#fn1" id="r1">1</a></sup></p><h2 id="why">Why</h2>
<p>${text}<a href="https://example.org/a">There</a>, <b>see</b> <a href="#why">above</a>.<sup><a href="#fn2" id="r2">2</a></sup></p>
<p><img src="tide_files/dot.png" alt="A dot"><img src="https://example.org/far.png" alt="Far"></p>
<h3>Notes</h3><ol><li id="fn1">Twice a day. <a href="#r1">↩</a></li><li id="fn2"><p>And the <em>sun</em>. <a href="#r2">↩</a></p></li></ol></article>
<footer><p>© 2024 The Press. Licensed under <a href="https://creativecommons.org/licenses/by-sa/4.0/">CC BY-SA 4.0</a>.</p></footer></body></html>`;

test('of a saved page the article comes, without what the site puts around it', async () => {
  const folder = await folderOf({ 'tide.html': page, 'tide_files/dot.png': png(4, 3) });
  const { metadata, files, remarks } = await importFile(join(folder, 'tide.html'), {});
  expect(metadata).toEqual({
    title: 'The Tide',
    authors: ['Jane Doe'],
    date: '2015-05-31',
    language: 'en-GB',
    publisher: 'The Press',
    rights: { year: 2024, holder: 'The Press', license: 'CC-BY-SA-4.0' },
  });
  expect([...files.keys()]).toEqual(['01-the-tide.md', 'images/picture-01.png']);
  expect(files.get('01-the-tide.md')).toBe(`# The Tide

${text.trim()}[^1]

## Why {#why}

${text.trim()} [There](https://example.org/a), **see** [above](#why).[^2]

![A dot](images/picture-01.png)[Far](https://example.org/far.png)

[^1]: Twice a day.

[^2]: And the *sun*.
`);
  expect(remarks).toHaveLength(1);
  expect(remarks[0]).toMatch(/^1 picture is not beside the page/);
});

test('what sites write into an article of its category, byline, tags and other pages does not come along', async () => {
  const { metadata, files, remarks } = await imported(
    'tide.html',
    `<html><head><title>The Tide</title><meta name="author" content="Jane Doe"></head><body><article>
<div class="cats"><a href="/c">Analysis</a></div><h1>The Tide</h1><h2 class="subtitle">What the Moon Does</h2>
<div class="byline">Article by: <a rel="author">Jane Doe</a> <time>2015/06/20</time></div>
<p>${text.trim()} One claim<a href="#n1" id="r1">1</a> is made.</p>
<h2>Why <span class="mw-editsection">[<a href="/edit">edit</a>]</span></h2><p>${text.trim()}</p>
<aside class="related"><h3>Read also</h3><ul><li>Five things</li></ul></aside>
<div class="footnote"><a id="n1" href="#r1">1</a><div><p>Twice a day.</p></div></div>
<div class="tags">Tags: <a rel="tag" href="/t">Sea</a></div></article></body></html>`,
  );
  expect(metadata).toMatchObject({
    title: 'The Tide',
    subtitle: 'What the Moon Does',
    authors: ['Jane Doe'],
  });
  expect(files.get('01-the-tide.md')).toBe(`# The Tide

${text.trim()} One claim[^1] is made.

## Why

${text.trim()}

[^1]: Twice a day.
`);
  expect(remarks).toEqual([]);
});

test('lines of menus and lists of other pages are no part of a text', async () => {
  const { metadata, files, remarks } = await imported(
    'article.txt',
    `Skip to content
About us
Donate

The Tide

By Jane Doe

${text.trim()}

About us

${text.trim()}[1]

[hr]
[1] Twice a day.

Related posts
Five things you should know
`,
  );
  expect(metadata).toMatchObject({ title: 'The Tide', authors: ['Jane Doe'] });
  const told = '“Skip to content”, “About us”, “Donate”, “Related posts”, “Five things you should know”';
  expect(remarks).toEqual([`Left out as words of the site: ${told}`]);
  expect(files.get('01-the-tide.md')).toContain('## About us');
  expect(files.get('01-the-tide.md')).toMatch(/\[\^1\]: Twice a day\.\n$/);
});

test.each([
  ['draft.docx', 'no archive', 'is no Word document'],
  ['draft.docx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'Word 97'],
  ['draft.odt', 'x', '--from takes a file that ends in .docx'],
  ['draft.txt', ' \n', 'is empty'],
  ['draft.html', '<p></p>', 'without text'],
])('%s that cannot be read is told of', async (name, content, told) => {
  const failed = imported(name, content);
  await expect(failed).rejects.toThrow(UsageError);
  await expect(failed).rejects.toThrow(told);
});

test('a file that is not there is told of', async () => {
  await expect(importFile('/nowhere/draft.txt', {})).rejects.toThrow('There is no /nowhere/draft.txt');
});
