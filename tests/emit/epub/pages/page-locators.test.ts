import { describe, expect, it } from 'vitest';
import { withPageLocators } from '../../../../src/emit/epub/pages/page-locators.ts';
import { toXhtml } from '../../../../src/emit/xhtml.ts';
import { makeSection } from '../../../builders/hast-book.ts';

const labels = new Map([
  ['a', 'xii'],
  ['b', '3'],
  ['c', '3'],
  ['d', '7'],
]);

/** A line of the index as shown, without its frame. */
function shown(links: string): string {
  const html = `<p>Whale<span epub:type="index-locator-list">, ${links}</span></p>`;
  const { tree } = makeSection('index', html, { role: 'dedication' });
  const xhtml = toXhtml(withPageLocators(tree, (id) => labels.get(id)));
  return /<span[^>]*>(.*)<\/span>/.exec(xhtml)?.[1] ?? '';
}

describe('withPageLocators', () => {
  it('writes the pages in place of counted links, each once', () => {
    const links =
      '<a href="#a">1</a>, <a href="#b">2</a>, <a href="#c" class="main">3</a>, <a href="#d">4</a>';
    expect(shown(links)).toBe(', <a href="#a">xii</a>, <a href="#b" class="main">3</a>, <a href="#d">7</a>');
  });

  it('keeps the numbers of notes', () => {
    expect(shown('<a href="#b">1</a>, <a href="#c">n12</a>')).toBe(
      ', <a href="#b">3</a>, <a href="#c">3n12</a>',
    );
  });

  it('counts where a place is on no page', () => {
    const links = '<a href="#a">1</a>, <a href="#nowhere">2</a>';
    expect(shown(links)).toBe(`, ${links}`);
  });
});
