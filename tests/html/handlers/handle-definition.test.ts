import { unified } from 'unified';
import remarkParse from 'remark-parse';
import { remarkDefinitionList } from 'remark-definition-list';
import { VFile } from 'vfile';
import { expect, it } from 'vitest';
import { convert, section } from '../convert.ts';

function definitionOf(value: string): string {
  const tree = unified().use(remarkParse).use(remarkDefinitionList).parse(value);
  const { html } = convert([section({ tree, file: new VFile({ path: '01-one.md', value }) })]);
  return /<dd>[\s\S]*<\/dd>/.exec(html[0] ?? '')?.[0] ?? '';
}

it('keeps the paragraphs of a definition directly below its term', () => {
  expect(definitionOf('Term\n: one\n\n  two')).toBe('<dd>\n<p>one</p>\n<p>two</p>\n</dd>');
});

it('makes no paragraph of a definition that is one', () => {
  expect(definitionOf('Term\n: one')).toBe('<dd>one</dd>');
  expect(definitionOf('Term\n\n: one')).toBe('<dd>\n<p>one</p>\n</dd>');
});
