import type { PhrasingContent, Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { element, text } from '../../src/matter/element.ts';
import { inlineTitle } from '../../src/matter/inline-title.ts';
import { makeSection } from '../builders/mdast-book.ts';

function titleOf(markdown: string): PhrasingContent[] {
  return inlineTitle(makeSection('x', '', { titled: markdown }).titleTree);
}

/** The nodes without their places in the source. */
function plain(nodes: PhrasingContent[]): unknown {
  return JSON.parse(JSON.stringify(nodes, (key, value: unknown) => (key === 'position' ? undefined : value)));
}

describe('inlineTitle', () => {
  it('keeps emphasis and drops note marks inside it', () => {
    expect(plain(titleOf('A *b{n}* c'))).toEqual([
      text('A '),
      { type: 'emphasis', children: [text('b'), text('')] },
      text(' c'),
    ]);
  });

  it('unwraps links', () => {
    expect(plain(titleOf('A [*b*](https://x.example) c'))).toEqual([
      text('A '),
      { type: 'emphasis', children: [text('b')] },
      text(' c'),
    ]);
  });

  it('has the descriptions of pictures in their places', () => {
    expect(plain(titleOf('A ![quay](a.png)![](b.png) c'))).toEqual([text('A '), text('quay'), text(' c')]);
  });

  it('turns line breaks into spaces', () => {
    expect(plain(titleOf('A\\\nb<br>c'))).toEqual([text('A'), text(' '), text('b'), text(' '), text('c')]);
  });

  it('drops raw anchors and ids and keeps other raw markup', () => {
    expect(plain(titleOf('<a id="x">A</a> H<sub>2</sub>O <i id="y">z</i>'))).toEqual([
      text('A'),
      text(' H'),
      { type: 'html', value: '<sub>' },
      text('2'),
      { type: 'html', value: '</sub>' },
      text('O '),
      text('z'),
      { type: 'html', value: '</i>' },
    ]);
  });

  it('drops ids of elements and leaves the title itself alone', () => {
    const tree: Root = { type: 'root', children: [element('span', { id: 'x', lang: 'de' }, [text('A')])] };
    expect(inlineTitle(tree)).toEqual([element('span', { lang: 'de' }, [text('A')])]);
    expect(tree.children[0]).toEqual(element('span', { id: 'x', lang: 'de' }, [text('A')]));
  });
});
