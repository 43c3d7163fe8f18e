import { describe, expect, it } from 'vitest';
import { VFile } from 'vfile';
import { sections, type Section } from '../../src/book/book.ts';
import type { Manuscript } from '../../src/book/manuscript.ts';
import { noRights } from '../../src/book/rights.ts';
import { parseManuscript } from '../../src/markdown/parse-manuscript.ts';
import { wordingOf } from '../../src/language/wording.ts';
import { makeMetadata } from '../builders/metadata.ts';

async function parse(markdown: string): Promise<Section> {
  const file = new VFile({ path: '01-one.md', value: markdown });
  const manuscript: Manuscript = {
    metadata: makeMetadata(),
    labels: wordingOf('en'),
    sources: [{ kind: 'file', file, frontMatter: {} }],
    rights: noRights,
    copyrightTemplate: new VFile({ path: 'pages/copyright-page.md', value: '' }),
    references: [],
    files: [file],
  };
  return sections(parseManuscript(manuscript))[0] as Section;
}

describe('a file without a heading of depth 1', () => {
  it('takes the heading that opens it as its title, and raises the others with it', async () => {
    const section = await parse('## Deep\n\nText.\n\n### Deeper\n\n#### Deepest\n');
    expect(section.title).toBe('Deep');
    expect(section.headings.map(({ text, depth }) => [text, depth])).toEqual([
      ['Deeper', 2],
      ['Deepest', 3],
    ]);
    expect(section.file.messages).toEqual([]);
  });

  it('does not raise a heading of the same depth past the title', async () => {
    const section = await parse('## One\n\n## Two\n');
    expect(section.headings.map(({ text, depth }) => [text, depth])).toEqual([['Two', 2]]);
  });

  it('looks past comments and anchors', async () => {
    expect((await parse('<!-- old -->\n\n<a id="old"></a>\n\n## Title\n')).title).toBe('Title');
  });

  it('does not take a heading that comes after text', async () => {
    const section = await parse('Text.\n\n## Later\n');
    expect(section.untitled).toBe(true);
    expect(section.headings.map(({ text }) => text)).toEqual(['Later']);
  });
});
