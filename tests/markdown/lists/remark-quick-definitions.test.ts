import { remarkDefinitionList } from 'remark-definition-list';
import remarkDirective from 'remark-directive';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { remarkQuickDefinitions } from '../../../src/markdown/lists/remark-quick-definitions.ts';

const usual = unified().use(remarkParse).use(remarkDirective).use(remarkDefinitionList).freeze();
const quick = unified()
  .use(remarkParse)
  .use(remarkDirective)
  .use(remarkDefinitionList)
  .use(remarkQuickDefinitions)
  .freeze();

it.each([
  ['a term', 'Term\n: Meaning.\n'],
  ['several meanings', 'Term\nOther\n: One.\n: Two\n  lines.\n\n: Three.\n\n  More.\n'],
  ['a tab', 'Term\n:\tMeaning.\n'],
  ['a mark alone', 'Term\n:\n  Meaning.\n\nTerm\n:'],
  ['lists in quotations and items', '> Term\n> : Meaning.\n\n- Term\n  : Meaning.\n  : Other.\n'],
  ['lists of lists', 'Term\n: Inner\n  : Meaning.\n\nTerm\n: Meaning.\n'],
  ['directives', 'Term\n:::tip\nA tip.\n:::\n\n::leaf\n:text[a]\n: Meaning.\n'],
  ['a directive in a meaning', 'Term\n: Meaning.\n\n  :::tip\n  A tip.\n  :::\n: Other.\n'],
  ['what is none', 'Term\n:Meaning\n\n:smile:\n\n: Alone.\n\n# Heading\n: Below.\n'],
])('%s: the tree is the same', (_, source) => {
  expect(quick.parse(source)).toEqual(usual.parse(source));
});

it('definitions are found', () => {
  expect(quick.parse('Term\n: Meaning.\n').children.map(({ type }) => type)).toEqual(['defList']);
});
