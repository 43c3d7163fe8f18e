import { execFileSync } from 'node:child_process';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { UsageError } from '../../src/book/errors.ts';
import { importFile } from '../../src/import/import-file.ts';
import type { ImportedFiles } from '../../src/import/imported.ts';
import { docx, drawing, paragraph, run } from '../builders/docx.ts';
import { folderOf } from '../builders/folder.ts';
import { png } from '../builders/pictures.ts';

const text = '<p>Some text that is long enough to be read as the text of a page by anybody.</p>';

function page(body: string): string {
  return `<!DOCTYPE html><html><head><title>T</title></head><body><article>${text}${body}</article></body></html>`;
}

async function imported(name: string, content: string | Uint8Array): Promise<ImportedFiles> {
  return importFile(join(await folderOf({ [name]: content }), name), {});
}

test('a page takes no picture along but files beside it that can be one', async () => {
  const outside = await folderOf({ 'canary.png': 'CANARY' });
  const addresses = [
    'link.png',
    'folder/canary.png',
    'pipe.png',
    'device.png',
    'secret',
    '.env',
    'page.html',
    '../canary.png',
    '%2e%2e/canary.png',
    `${outside}/canary.png`,
    `file://${outside}/canary.png`,
    'nothing%00.png',
    'data:image/constructor;base64,QUJD',
    'data:image/__proto__;base64,QUJD',
    'own.png',
  ];
  const folder = await folderOf({
    'page.html': page(addresses.map((src) => `<p><img src="${src}" alt="Seen"></p>`).join('')),
    secret: 'CANARY',
    '.env': 'CANARY',
    'own.png': png(4, 3),
  });
  await symlink(join(outside, 'canary.png'), join(folder, 'link.png'));
  await symlink(outside, join(folder, 'folder'));
  await symlink('/dev/zero', join(folder, 'device.png'));
  execFileSync('mkfifo', [join(folder, 'pipe.png')]);
  const { files } = await importFile(join(folder, 'page.html'), {});
  expect([...files].filter(([path]) => !path.endsWith('.md'))).toEqual([
    ['images/picture-01.png', new Uint8Array(png(4, 3))],
  ]);
});

test('a picture that a Word document shows often comes along once', async () => {
  const body = paragraph(`${run('Dots')}${drawing(1, 'A')}${drawing(2, 'B')}`);
  const bytes = png(4, 3);
  const { files } = await imported(
    'draft.docx',
    await docx(body, {
      pictures: [
        { bytes, alt: 'A' },
        { bytes, alt: 'B' },
      ],
    }),
  );
  expect([...files.keys()].filter((path) => !path.endsWith('.md'))).toEqual(['images/picture-01.png']);
});

test('control characters of a page do not come along, and that is said', async () => {
  const { files, remarks } = await imported('page.html', page('<p>One&#1; two\u0002\uFFFE three</p>'));
  expect([...files.values()].join('')).toContain('One two three');
  expect(remarks).toContain('3 control characters left out: no book can hold them');
});

test.each(['file:///etc/hostname', 'http://127.0.0.1:9/a.png', '../../../../etc/hostname'])(
  'a Word document takes no picture along from %s, and says so',
  async (address) => {
    const body = paragraph(`${run('Dots')}${drawing(1, 'A')}`);
    const archive = await JSZip.loadAsync(await docx(body, { pictures: [{ bytes: png(4, 3), alt: 'A' }] }));
    const path = 'word/_rels/document.xml.rels';
    const links = (await archive.file(path)?.async('string')) ?? '';
    const mode = address.includes(':') ? ' TargetMode="External"' : '';
    archive.file(path, links.replace(/Target="media\/[^"]*"/, `Target="${address}"${mode}`));
    if (mode !== '') {
      const document = (await archive.file('word/document.xml')?.async('string')) ?? '';
      archive.file('word/document.xml', document.replace('r:embed', 'r:link'));
    }
    const { files, remarks } = await imported(
      'draft.docx',
      await archive.generateAsync({ type: 'uint8array' }),
    );
    expect([...files.keys()].filter((each) => !each.endsWith('.md'))).toEqual([]);
    expect(remarks.join('\n')).toMatch(/1 picture was left out, which the document does not hold/);
  },
);

test.each<[what: string, body: string]>([
  ['elements in elements', '<div>'.repeat(2000)],
  ['emphasis that every paragraph opens anew', `${'<b>'.repeat(200)}${'<p>a'.repeat(3000)}`],
  ['a paragraph of elements', '<i>a</i>'.repeat(21_000)],
])('a page with %s is refused', async (_, body) => {
  await expect(imported('page.html', page(body))).rejects.toThrow(/holds (?:more than|elements)/);
});

test.each<[what: string, body: string]>([
  ['paragraphs and items that nothing ends', '<p>a'.repeat(2000) + '<ul>' + '<li>a'.repeat(2000) + '</ul>'],
  ['comments that nothing ends', '<!-- a '.repeat(20_000)],
  ['a mark that is no expression', '<p>b<sup><a href="#n">a(</a></sup></p><p id="n">a( It says so.</p>'],
])('a page with %s is read', async (_, body) => {
  const { files } = await imported('page.html', page(body));
  expect([...files.values()].join('')).toContain('Some text');
});

test.each<[what: string, body: string, reason: RegExp]>([
  ['elements in elements', `${'<w:sdt>'.repeat(500)}${'</w:sdt>'.repeat(500)}`, /400 levels deep/],
  ['formulas', paragraph('<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>'.repeat(20_001)), /20,000 formulas/],
  ['entities', paragraph(run('&nothing;')), /is damaged/],
])('a Word document with too much or broken: %s', async (_, body, reason) => {
  const error = await imported('draft.docx', await docx(paragraph(run('Text')) + body)).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UsageError);
  expect(String(error)).toMatch(reason);
});

test.each(['', 'no XML', '<a/>'])('a Word document of which the text is "%s" is damaged', async (part) => {
  const zip = await JSZip.loadAsync(await docx(paragraph(run('Text'))));
  zip.file('word/document.xml', part);
  const bytes = await zip.generateAsync({ type: 'uint8array' });
  await expect(imported('draft.docx', bytes)).rejects.toThrow('is damaged');
});

test('a Word document that unpacks to many times its size is refused', async () => {
  const zip = await JSZip.loadAsync(await docx(paragraph(run('Text'))));
  zip.file('word/extra.xml', Buffer.alloc(65 * 2 ** 20, ' '));
  const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
  await expect(imported('draft.docx', bytes)).rejects.toThrow(/more than 64 MB of text/);
});

test.each(['draft.docx', 'page.html', 'text.txt'])('a folder or a pipe is no %s', async (name) => {
  const folder = await folderOf({ [`${name}/a.md`]: 'a' });
  await expect(importFile(join(folder, name), {})).rejects.toThrow('is no file');
  const other = await folderOf({});
  await writeFile(join(other, 'a.md'), 'a');
  execFileSync('mkfifo', [join(other, name)]);
  await expect(importFile(join(other, name), {})).rejects.toThrow('is no file');
});

test('fields of Word that never end are refused, and not those side by side', async () => {
  const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
  const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
  const words = run('Text.');
  await expect(imported('a.docx', await docx(`<w:p>${begin.repeat(101)}${words}</w:p>`))).rejects.toThrow(
    'fields more than 100 levels deep',
  );
  const { files } = await imported('a.docx', await docx(`<w:p>${(begin + end).repeat(300)}${words}</w:p>`));
  expect([...files.values()].join('')).toContain('Text.');
});

test('cells reach over no more of a table than there is', async () => {
  const row = '<tr><td colspan="2000000000" rowspan="2000000000">One</td><td colspan="2">Two</td></tr>';
  const { files } = await imported('page.html', page(`<table>${row.repeat(300)}</table>`));
  const [line = ''] = /^.*One.*Two.*$/m.exec([...files.values()].join('')) ?? [];
  expect(line.split('|').length).toBeLessThan(1010);
});

test('a page without an element is text, or none', async () => {
  const words = 'Some text that is long enough to be read as the text of a page by anybody.';
  const { files } = await imported('page.html', `${words} `.repeat(20));
  expect([...files.values()].join('')).toContain(words);
  await expect(imported('page.html', '<!--'.repeat(1000))).rejects.toThrow('is a page without text');
});

test.each(['<a', '<a ', `<${'a'.repeat(100)}`])(
  'pages with tags that never end (%s) are judged at once',
  async (tag) => {
    await expect(imported('page.html', tag.repeat(100_000))).rejects.toBeInstanceOf(UsageError);
  },
);
