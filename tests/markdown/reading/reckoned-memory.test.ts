import { expect, test } from 'vitest';
import { reckonedMemory } from '../../../src/markdown/reading/reckoned-memory.ts';

const all = 1e12;
const megabytes = (text: string, cells = 0): number => reckonedMemory(text, cells, all).bytes / (1 << 20);

test('a chapter of prose takes little', () => {
  const paragraph = `${'The ship lay at the quay in the morning light. '.repeat(12)}\n\n`;
  expect(megabytes(paragraph.repeat(200))).toBeLessThan(10);
});

test.each([
  ['entities', '&amp; '.repeat(100_000), 400],
  ['links', '[a](b) '.repeat(50_000), 1000],
  ['formulas', '$x$ '.repeat(50_000), 1200],
  ['items', '- a\n'.repeat(100_000), 1200],
  ['paragraphs', 'a\n\n'.repeat(100_000), 300],
])('%s take much', (_, text, least) => {
  expect(megabytes(text)).toBeGreaterThan(least);
});

test('so do the cells of tables, and what stands in formulas', () => {
  expect(megabytes('', 100_000) - megabytes('')).toBeGreaterThan(600);
  expect(megabytes(`$$\n${'a + '.repeat(100_000)}\n$$`)).toBeGreaterThan(300);
});

test('signs in a row count once, so that rules and fences cost nothing', () => {
  expect(megabytes('-'.repeat(100_000))).toBeLessThan(5);
});

test('the place is where it is too much', () => {
  const { beyond = 0 } = reckonedMemory('&amp; '.repeat(1000), 0, 1_000_000);
  expect(beyond).toBeGreaterThan(500);
  expect(beyond).toBeLessThan(1500);
});
