import type { Nodes, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { remarkSpacedAddresses } from '../../../src/markdown/links/remark-spaced-addresses.ts';

const processor = unified().use(remarkParse).use(remarkSpacedAddresses);

function read(source: string): { kinds: string[]; sources: string[] } {
  const file = new VFile(source);
  const tree = processor.runSync(processor.parse(file), file) as Root;
  const [paragraph] = tree.children;
  const children: Nodes[] = paragraph !== undefined && 'children' in paragraph ? paragraph.children : [];
  return {
    kinds: children.map((node) => ('url' in node ? `${node.type} ${node.url}` : node.type)),
    sources: children.map(({ position }) => source.slice(position?.start.offset, position?.end.offset)),
  };
}

describe('paths with spaces', () => {
  it.each([
    ['![A sea](images/my sea.png)', ['image images/my sea.png']],
    ['![A](my sea (1).JPG "Cap")', ['image my sea (1).JPG']],
    ['See ![A](a b.png) and [b](b c.md#d), too', ['text', 'image a b.png', 'text', 'link b c.md#d', 'text']],
  ])('%s', (source, kinds) => {
    const found = read(source);
    expect(found.kinds).toEqual(kinds);
    expect(found.sources.join('')).toBe(source);
  });

  it.each([
    String.raw`\![A](a b.png) is none`,
    String.raw`!\[A](a b.png)`,
    '![A](a b)',
    '[he said](so it was)',
    '[x](see: the note.md)',
    '![A] (a b.png)',
  ])('takes nothing for a path in %s', (source) => {
    expect(read(source).kinds).toEqual(['text']);
  });

  it('reads on in quotations', () => {
    expect(read('![A](a b.png)\n> x').kinds).toEqual(['image a b.png']);
  });

  it('stands many brackets', () => {
    expect(read('[](a '.repeat(20_000)).kinds).toEqual(['text']);
  });
});
