import { expect, it } from 'vitest';
import { build } from '../../src/build/build.ts';
import { contentModels } from '../../src/html/author-html/content-models.ts';
import { folderOf } from '../builders/folder.ts';
import { epubcheckFindings, epubcheckJars, hasEpubchecks } from './epubcheck.ts';
import { held } from '../builders/held.ts';

/** What is nothing without a file. */
const loading: ReadonlySet<string> = new Set(['audio', 'img', 'source', 'track', 'video']);
const names = [...contentModels.keys()].filter((name) => !loading.has(name));
const empty: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'wbr']);

/** What an element that means something only inside others stands in. */
const homes: Readonly<Record<string, string>> = {
  caption: '<table>*</table>',
  col: '<table><colgroup>*</colgroup></table>',
  colgroup: '<table>*<tr><td>a</td></tr></table>',
  dd: '<dl><dt>a</dt>*</dl>',
  dt: '<dl>*<dd>a</dd></dl>',
  figcaption: '<figure>*</figure>',
  li: '<ul>*</ul>',
  rp: '<ruby>a*<rt>b</rt><rp>)</rp></ruby>',
  rt: '<ruby>a*</ruby>',
  summary: '<details>*</details>',
  tbody: '<table>*</table>',
  td: '<table><tr>*</tr></table>',
  tfoot: '<table>*</table>',
  th: '<table><tr>*</tr></table>',
  thead: '<table>*</table>',
  tr: '<table>*</table>',
};

function element(name: string, content: string): string {
  return empty.has(name) ? `<${name}>` : `<${name}>${content}</${name}>`;
}

function atHome(name: string, content: string): string {
  return (homes[name] ?? '*').replace('*', element(name, content));
}

const values = [
  '',
  'x',
  '0',
  '-1',
  '2',
  '2020',
  '2020-01-02',
  'true',
  'https:e.org',
  'https://e.org/a b',
  'a b',
];
const attributes =
  'id class lang dir title aria-label aria-hidden cite datetime span open value start reversed type colspan rowspan headers scope abbr href';

it.runIf(hasEpubchecks)(
  'finds nothing in HTML of authors, whatever stands in what, with whatever attributes',
  async () => {
    const chapter = (outer: string): string[] => [
      `# ${outer}`,
      ...names.flatMap((inner) => [
        atHome(outer, `a${atHome(inner, 'b')}c`),
        element(outer, element(inner, 'a')),
        atHome(outer, element('a', element('div', atHome(inner, 'b')))),
      ]),
      `<${outer}>\n\n- *a* [b](#)\n\n</${outer}>`,
    ];
    const given = attributes
      .split(' ')
      .flatMap((attribute) => values.map((value) => names.map((name) => `${attribute}="${value}" ${name}`)));
    const attributed = given.flat().map((both) => {
      const [attribute = '', name = ''] = both.split(/ (?=\w+$)/);
      return atHome(name, 'a').replace(`<${name}>`, `<${name} ${attribute}>`);
    });
    const files = Object.fromEntries(names.map((name) => [`${name}.md`, chapter(name).join('\n\n')]));
    const folder = await folderOf({
      'book.yaml': 'title: A Book\nlanguage: en\n',
      ...files,
      'zzz.md': ['# Attributes', ...attributed].join('\n\n'),
    });
    const { artifacts, messages } = await build(folder, { only: ['epub'] });
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
    const epubs = new Map(
      artifacts.filter(({ kind }) => kind === 'epub').map(({ kind, bytes }) => [kind, held(bytes)]),
    );
    expect(epubs.size).toBe(1);
    for (const jar of Object.values(epubcheckJars)) expect(epubcheckFindings(jar, epubs)).toEqual([]);
  },
  600_000,
);
