import { describe, expect, it } from 'vitest';
import { visit } from 'unist-util-visit';
import { sections } from '../../../src/book/book.ts';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { parseManuscript } from '../../../src/markdown/parse-manuscript.ts';
import { manuscript } from '../../builders/manuscript.ts';
import { parseText } from '../tree.ts';

function linksOf(files: Record<string, string>) {
  const source = manuscript(files);
  const book = parseManuscript(source);
  const urls: string[] = [];
  const trees = [...sections(book), ...book.notes].map(({ tree }) => tree);
  for (const tree of trees) visit(tree, 'link', ({ url }) => void urls.push(url));
  return { urls, book, messages: messagesOf(source.files) };
}

const other =
  '# Two\n\n## It\'s -- a *day*\n\n## Day {#Day}\n\n## День\n\n<a id="map"></a>\n\n## Twice\n\n## Twice\n';

describe('resolveLinks', () => {
  it.each([
    ['sub/2-two.md', '#sub-two'],
    ['sub/2-two.html', '#sub-two'],
    ['./sub/../sub/2-two.md?x#its----a-day', '#sub-two--its-a-day'],
    ['sub/2-two.md#Day', '#Day'],
    ['sub/2-two.md#%D0%B4%D0%B5%D0%BD%D1%8C', '#sub-two--heading'],
    ['sub/2-two.md#map', '#sub-two---map'],
    ['sub/2-two.md/#map', '#sub-two---map'],
    ['sub/2-two.md#user-content-map', '#sub-two---map'],
    ['sub/2-two.md#twice-1', '#sub-two--twice-2'],
    ['#here', '#one--here'],
    ['#twice', '#sub-two--twice'],
    ['#one', '#one'],
    ['https://example.org/#x', 'https://example.org/#x'],
    ['tel:112', 'tel:112'],
  ])('%s', (written, resolved) => {
    const { urls, messages } = linksOf({
      '1-one.md': `# One\n\n## Here\n\n[x](${written})`,
      'sub/2-two.md': other,
    });
    expect(urls).toEqual([resolved]);
    expect(messages).toEqual([]);
  });

  it.each([
    ['#12-nodejs--le-résumé', 'one--1-2-node-js-le-resume'],
    ['#node.js-le-résumé', 'one--1-2-node-js-le-resume'],
    ['#12-nodejs-le-resume', 'one--1-2-node-js-le-resume'],
    ['#nodejs-le-rsum', 'one--1-2-node-js-le-resume'],
    ['#Node.js_le_résumé', 'one--1-2-node-js-le-resume'],
    ['#far', 'two--3-far'],
    ['2-two.html#far', 'two--3-far'],
    ['2-two.md#near', 'two--4-near'],
    ['2-two.md#near-1', 'two--5-near'],
    ['2-two.md#near_1', 'two--5-near'],
  ])('knows headings by the names that other programs make: %s', (written, id) => {
    const { urls, messages } = linksOf({
      '1-one.md': `# One\n\n## 1.2 Node.js & le résumé\n\n[x](${written})`,
      '2-two.md': '# Two\n\n## 3. Far\n\n## 4. Near\n\n## 5. Near\n',
    });
    expect(messages).toEqual([]);
    expect(urls).toEqual([`#${id}`]);
  });

  it.each(['#near', '#near-1', '2-two.md#near-2', '#4-far', '#fa', '2-two.md#3', '2-two.md#far-1'])(
    'does not guess: %s',
    (written) => {
      const { urls, messages } = linksOf({
        '1-one.md': `# One\n\n[x](${written})`,
        '2-two.md': '# Two\n\n## 3. Far\n\n## 4. Near\n\n## 5. Near\n',
      });
      expect(urls).toEqual([]);
      expect(messages).toMatchObject([{ rule: 'link-target' }]);
    },
  );

  it.each([
    '3-three.md',
    '#day-',
    '',
    '//example.org',
    'ftp://example.org',
    `https://example.org/${'x'.repeat(2048)}`,
  ])('takes apart a link to "%.30s"', (written) => {
    const { urls, book, messages } = linksOf({ '1-one.md': `# One\n\na [*x*](${written}) b` });
    expect(urls).toEqual([]);
    expect(messages).toMatchObject([{ line: 3, column: 3, severity: 'warning' }]);
    expect(book.body[0]?.tree.children[0]).toMatchObject({
      children: [{ type: 'text' }, { type: 'emphasis' }, { type: 'text' }],
    });
  });

  it.each([
    ['{details=#long}', 'one---long', []],
    ['{details=#here}', 'one--here', []],
    ['{details=2-two.md#far}', undefined, ['There is no description "2-two.md#far" in this file']],
    ['{details=#gone}', undefined, ['There is no description "#gone" in this file']],
  ])('points an image to its long description in the same file: %s', (written, id, reasons) => {
    const { book, messages } = linksOf({
      '1-one.md': `# One\n\n![A](a.png)${written}\n\n## Here\n\n::: aside {#long}\nAll of it.\n:::\n`,
      '2-two.md': '# Two\n\n## Far\n',
    });
    const found: unknown[] = [];
    visit(book.body[0]!.tree, 'image', ({ data }) => void found.push(data?.hProperties?.['ariaDetails']));
    expect(found).toEqual([id]);
    expect(messages.map(({ reason }) => reason)).toEqual(reasons);
  });

  it('follows definitions, also from notes', () => {
    const { urls } = linksOf({
      '1-one.md': '# One\n\nA [x][t][^1]\n\n[^1]: see [T]\n\n[t]: 1-one.md "One"\n',
    });
    expect(urls).toEqual(['#one', '#one']);
  });

  it('prefers the own file where two have a heading of the same name, and refuses to guess between others', () => {
    const same = '# T\n\n## Same\n';
    const { urls, messages } = linksOf({
      '1.md': `${same}\n[x](#same)`,
      '2.md': same,
      '3.md': '# U\n\n[x](#same)',
    });
    expect(urls).toEqual(['#section-1--same']);
    expect(messages).toMatchObject([{ file: '3.md', rule: 'link-target' }]);
  });

  it.each([
    ['<a name="x"></a>B [c](#x)', '#one---x'],
    ["A\n\n<a class='b' name='x'>c</a>\n\n[c](#x)", '#one---x'],
    ['<a id="y" name="x"></a>B [c](#y)', '#one---y'],
  ])('lead to old anchors: %j', (text, url) => {
    const { tree, messages } = parseText(text);
    expect(messages).toEqual([]);
    expect(JSON.stringify(tree)).toContain(`"url":"${url}"`);
  });
});
