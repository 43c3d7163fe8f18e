import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { numberSpots } from '../../src/html/number-spots.ts';
import { makeBook } from '../builders/book.ts';
import { makeSection } from '../builders/hast-book.ts';

/** The elements of a tree, in their order. */
function elementsIn(tree: Root): Element[] {
  const elements: Element[] = [];
  visit(tree, 'element', (element) => void elements.push(element));
  return elements;
}

/** Those of a section that have numbers, but for its title. */
function numbersIn(tree: Root): Array<readonly [name: string, spot: unknown]> {
  return elementsIn(tree)
    .filter(({ tagName }) => tagName !== 'h1')
    .filter(({ properties }) => properties['dataSpot'] !== undefined)
    .map(({ tagName, properties }) => [tagName, properties['dataSpot']] as const);
}

test('what has text of its own or is one thing on the page has a number, in the order of the text', () => {
  const section = makeSection('one', '<h2>A</h2><div><p>B <em>C</em></p><img src="d.png" alt=""></div>');
  numberSpots(makeBook({ body: [section] }));
  expect(numbersIn(section.tree)).toEqual([
    ['h2', '1'],
    ['p', '2'],
    ['em', '3'],
    ['img', '4'],
  ]);
});

test('parts of what was divided have numbers of their own, though they share their properties', () => {
  const section = makeSection('one', '<p>A</p><p>B</p>');
  const [first, second] = elementsIn(section.tree).filter(({ tagName }) => tagName === 'p');
  if (first !== undefined && second !== undefined) second.properties = first.properties;
  numberSpots(makeBook({ body: [section] }));
  expect(numbersIn(section.tree)).toEqual([
    ['p', '1'],
    ['p', '2'],
  ]);
});
