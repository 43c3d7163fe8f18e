import { VFile } from 'vfile';
import { expect, it } from 'vitest';
import { parsePageTemplate } from '../../src/markdown/page-template.ts';

it('reads the template of a page, and reports and leaves out what is nested too deeply', () => {
  const deep = `${'*a **a '.repeat(100)}b${' a** a*'.repeat(100)}`;
  const file = new VFile({ path: 'pages/copyright-page.md', value: `© {{holder}}\n\n${deep}\n` });
  expect(parsePageTemplate(file).children).toMatchObject([
    { type: 'paragraph', children: [{ type: 'text', value: '© {{holder}}' }] },
  ]);
  expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['too-deep']);
});
