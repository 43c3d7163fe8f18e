import type { Element, ElementContent, Properties, Root } from 'hast';
import { describe, expect, it } from 'vitest';
import { divideTree } from '../../../../src/emit/epub/division/divide-tree.ts';
import { toXhtml } from '../../../../src/emit/xhtml.ts';

const bytesOf = (node: ElementContent): number => Buffer.byteLength(toXhtml(node));

type Content = string | ReadonlyArray<ElementContent | string>;

/** An element, with or without properties. */
function h(tagName: string, first: Properties | Content, second: Content = []): Element {
  const isContent = typeof first === 'string' || Array.isArray(first);
  const content = isContent ? (first as Content) : second;
  const children = (typeof content === 'string' ? [content] : content).map((child): ElementContent =>
    typeof child === 'string' ? { type: 'text', value: child } : child,
  );
  return { type: 'element', tagName, properties: isContent ? {} : (first as Properties), children };
}

const p = (text: string): Element => h('p', text.padEnd(60, '.'));

function divided(section: Element, room: number): string[] {
  const tree: Root = { type: 'root', children: [section] };
  return divideTree(tree, room, bytesOf).map((part) => toXhtml(part).replaceAll(/\.{2,}/g, '…'));
}

describe('divideTree', () => {
  it('leaves alone what has room', () => {
    expect(divided(h('section', { id: 'one' }, [p('a')]), 1000)).toEqual([
      '<section id="one"><p>a…</p></section>',
    ]);
  });

  it('divides before a heading rather than before a paragraph', () => {
    const section = h('section', { id: 'one', ariaLabelledBy: ['t'] }, [
      h('h1', { id: 't' }, 'Title'),
      p('a'),
      p('b'),
      h('h2', { id: 'x' }, 'Part'),
      p('c'),
      p('d'),
    ]);
    expect(divided(section, 300)).toEqual([
      '<section id="one" aria-labelledby="t"><h1 id="t">Title</h1><p>a…</p><p>b…</p></section>',
      '<section aria-label="Title" data-continues="one"><h2 id="x">Part</h2><p>c…</p><p>d…</p></section>',
    ]);
  });

  it('divides between paragraphs where no heading is near, and keeps a heading with its text', () => {
    const section = h('section', { id: 'one' }, [p('a'), p('b'), p('c'), h('h2', 'Part'), p('d')]);
    expect(divided(section, 280)).toEqual([
      '<section id="one"><p>a…</p><p>b…</p><p>c…</p></section>',
      '<section data-continues="one"><h2>Part</h2><p>d…</p></section>',
    ]);
    expect(divided(h('section', [h('h2', 'Part'), p('a'), p('b')]), 120)).toEqual([
      '<section><h2>Part</h2><p>a…</p></section>',
      '<section><p>b…</p></section>',
    ]);
  });

  it('goes on with lists where their numbers are', () => {
    const items = ['a', 'b', 'c', 'd'].map((text, index) =>
      h('li', (index === 1 ? { value: '7' } : {}) as Properties, [p(text)]),
    );
    const list = h('ol', { id: 'list', className: ['notes'], start: 3 }, items);
    expect(divided(h('section', { id: 'notes', role: 'doc-endnotes' }, [list]), 280)).toEqual([
      '<section id="notes" role="doc-endnotes"><ol id="list" class="notes" start="3"><li><p>a…</p></li><li value="7"><p>b…</p></li></ol></section>',
      '<section role="doc-endnotes" data-continues="notes"><ol class="notes" start="8"><li><p>c…</p></li><li><p>d…</p></li></ol></section>',
    ]);
  });

  it('keeps terms with what they mean, and whole what has text of its own', () => {
    const list = h('dl', [h('dt', 'A'), h('dd', [p('a')]), h('dt', 'B'), h('dt', 'C'), h('dd', [p('b')])]);
    expect(divided(h('section', [list]), 150)).toEqual([
      '<section><dl><dt>A</dt><dd><p>a…</p></dd></dl></section>',
      '<section><dl><dt>B</dt><dt>C</dt><dd><p>b…</p></dd></dl></section>',
    ]);
    const mixed = h('blockquote', [h('em', 'a'), ' long '.repeat(40)]);
    expect(divided(h('section', [p('a'), mixed, p('b')]), 150)).toHaveLength(3);
  });

  it('loses nothing and says nothing twice, however little room there is', () => {
    const section = h('section', { id: 's' }, [
      h('header', [h('h1', 'T')]),
      p('a'),
      h('section', { id: 'inner' }, [h('h2', 'I'), p('b'), h('blockquote', [p('c'), p('d')])]),
      h('ul', [h('li', { id: 'i' }, 'e'), h('li', 'f')]),
    ]);
    const whole = divided(section, 1e6)
      .join('')
      .replaceAll(/<[^>]*>/g, '');
    for (let room = 1; room < 700; room += 3) {
      const parts = divided(section, room);
      expect(parts.join('').replaceAll(/<[^>]*>/g, '')).toBe(whole);
      const ids = parts.join('').match(/ id="[^"]*"/g) ?? [];
      expect([...new Set(ids)]).toEqual([' id="s"', ' id="inner"', ' id="i"']);
      expect(ids).toHaveLength(3);
      expect(parts.every((part) => /<(?:p|li|h\d)/.test(part))).toBe(true);
    }
  });
});
