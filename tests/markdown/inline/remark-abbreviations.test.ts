import { expect, it } from 'vitest';
import { parseText } from '../tree.ts';

it.each([
  ['*[ISBN]: A number', []],
  ['An ISBN, an ISBN-13, ISBNs.\n\n*[ISBN]: A number', ['ISBN=A number', 'ISBN=A number']],
  ['HTML and `HTML`, HTML 4\n\n*[HTML]: Markup\n*[HTML 4]: Old markup', ['HTML=Markup', 'HTML 4=Old markup']],
  ['An :abbr[ISBN]{title="Own"}\n\n*[ISBN]: A number', ['ISBN=Own']],
  ['*[ISBN] is no definition', []],
])('explains abbreviations: %s', (typed, expected) => {
  const { book } = parseText(`# One\n\n${typed}`);
  const found: string[] = [];
  const look = (node: unknown): void => {
    const {
      children = [],
      data,
      value,
    } = node as {
      children?: unknown[];
      data?: { hName?: string; hProperties?: { title?: string } };
      value?: string;
    };
    if (data?.hName === 'abbr')
      found.push(`${(children[0] as { value: string }).value}=${data.hProperties?.title ?? ''}`);
    expect(value ?? '').not.toContain('*[ISBN]:');
    for (const child of children) look(child);
  };
  for (const { tree } of book.sections) look(tree);
  expect(found).toEqual(expected);
});
