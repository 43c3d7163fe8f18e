import { XmlDocument, XmlElement } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import { byDescendants, quickenXPath } from '../../../src/preflight/epub/quick-xpath.ts';

const xpaths = [
  ['.//*[@id]', './descendant::*[@id]'],
  ['.//h:a//h:img[@usemap]', './/h:a/descendant::h:img[@usemap]'],
  [".//h:a//h:input[not(@type='hidden')]", ".//h:a/descendant::h:input[not(@type='hidden')]"],
  ['.//h:a[@b] | .//h:c[@b]', './descendant::h:a[@b] | ./descendant::h:c[@b]'],
  ['.//h:a', './/h:a'],
  ['.//h:p[1]', './/h:p[1]'],
  ['.//h:p[@id][1]', './/h:p[@id][1]'],
  ['.//h:p[@id and position() = 1]', './/h:p[@id and position() = 1]'],
  ['.//*[@id="//h:a[@b]"]', './descendant::*[@id="//h:a[@b]"]'],
] as const;

test.each(xpaths)('%s', (xpath, quick) => {
  expect(byDescendants(xpath)).toBe(quick);
});

test('what is found is the same, in the same order', () => {
  const document = XmlDocument.fromString(`<body xmlns="urn:h">
    <p id="1"><a id="2" b=""><img id="3" usemap=""/><a id="4" b=""><img id="5" usemap=""/><input id="6"/></a></a></p>
    <p id="7"><img id="8" usemap=""/><c id="9" b=""><input id="//h:a[@b]" type="hidden"/></c></p><p/>
  </body>`);
  const find = () =>
    xpaths.map(([xpath]) =>
      document.root
        .find(xpath, { h: 'urn:h' })
        .map((node) => (node instanceof XmlElement ? node.attr('id')?.value : '')),
    );
  const found = find();
  quickenXPath();
  expect(find()).toEqual(found);
  // What is compiled once is used again.
  expect(find()).toEqual(found);
  expect(document.root.find('.//n:a', { n: 'urn:n' })).toEqual([]);
  expect(document.root.find('.//n:a', { n: 'urn:h' })).toHaveLength(2);
  expect(found[1]).toEqual(['3', '5']);
  expect(found[4]).toEqual(['2', '4']);
  document.dispose();
});
