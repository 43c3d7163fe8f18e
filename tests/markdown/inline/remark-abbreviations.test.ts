import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { expect, it } from 'vitest';
import { parseText } from '../tree.ts';

it.each([
  ['*[ISBN]: A number', []],
  ['An ISBN, an ISBN-13, ISBNs.\n\n*[ISBN]: A number', ['ISBN=A number', 'ISBN=A number']],
  ['HTML and `HTML`, HTML 4\n\n*[HTML]: Markup\n*[HTML 4]: Old markup', ['HTML=Markup', 'HTML 4=Old markup']],
  ['The PF-key (a)\n\n*[PF-key]: Function key\n*[(a)]: First', ['PF-key=Function key', '(a)=First']],
  ['An :abbr[ISBN]{title="Own"}\n\n*[ISBN]: A number', ['ISBN=Own']],
  ['*[ISBN] is no definition', []],
])('explains abbreviations: %s', (typed, expected) => {
  const { tree } = parseText(typed);
  const found: string[] = [];
  visit(tree, 'textDirective', ({ data, children }) => {
    if (data?.hName !== 'abbr') return;
    found.push(`${toString({ type: 'paragraph', children })}=${data.hProperties?.['title'] ?? 'own'}`);
  });
  expect(found).toEqual(expected);
  expect(toString(tree)).not.toContain('*[ISBN]:');
});

it('explains an abbreviation that a paragraph has tens of thousands of times', () => {
  const { messages } = parseText(`${'ISBN '.repeat(30_000)}\n\n*[ISBN]: A number`);
  expect(messages).toEqual([]);
});
