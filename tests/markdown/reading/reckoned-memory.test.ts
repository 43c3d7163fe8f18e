import { expect, test } from 'vitest';
import { reckonedMemory } from '../../../src/markdown/reading/reckoned-memory.ts';

const all = 1e12;
const none = { cells: 0, rows: 0 };
const megabytes = (text: string, tables = none): number =>
  reckonedMemory(text, tables, all).bytes / (1 << 20);

test('a chapter of prose takes little', () => {
  const paragraph = `${'The ship lay at the quay in the morning light. '.repeat(12)}\n\n`;
  expect(megabytes(paragraph.repeat(200))).toBeLessThan(14);
  // A file may have 8 MB of it.
  expect(megabytes(paragraph.repeat(14_000))).toBeLessThan(1000);
});

// What was measured to be taken by so many of each, in megabytes.
test.each([
  ['entities', '&amp; '.repeat(100_000), 400],
  ['links', '[a](b) '.repeat(50_000), 1000],
  ['formulas', '$x$ '.repeat(50_000), 1200],
  ['items', '- a\n'.repeat(50_000), 940],
  ['numbered items', '1. a\n'.repeat(40_000), 720],
  ['paragraphs', 'a\n\n'.repeat(66_700), 830],
  ['raised signs', 'x^2^ '.repeat(80_000), 790],
  ['lowered signs', 'x~2~ '.repeat(80_000), 830],
  ['words with stress', '*a* '.repeat(100_000), 600],
  ['strong words', '**a** '.repeat(66_700), 410],
  ['marked words', '==a== '.repeat(66_700), 400],
  ['escaped signs', '\\# '.repeat(66_700), 245],
  ['dashes', 'a--b '.repeat(40_000), 86],
  ['ellipses', 'a... '.repeat(40_000), 100],
  ['Chinese', '船停在码头上晨光之中'.repeat(20_000), 45],
  ['coloured code', `\`\`\`js\n${'a=1;"b"\n'.repeat(25_000)}\`\`\`\n`, 280],
  ['words of one paragraph, or of a heading', 'a '.repeat(1_000_000), 600],
])('%s take much', (_, text, least) => {
  expect(megabytes(text)).toBeGreaterThan(least);
});

test('so do the cells and the rows of tables, and what stands in formulas', () => {
  expect(megabytes('', { cells: 100_000, rows: 0 })).toBeGreaterThan(600);
  expect(megabytes('| b |\n'.repeat(66_700), { cells: 66_700, rows: 66_700 })).toBeGreaterThan(1300);
  expect(megabytes(`$$\n${'a + '.repeat(100_000)}\n$$`)).toBeGreaterThan(300);
});

test('code of no language, or behind its fence, is not coloured', () => {
  const code = 'const a = b;\n'.repeat(10_000);
  const plain = megabytes(code);
  expect(megabytes(`\`\`\`\n${code}\`\`\`\n`)).toBeLessThan(plain * 1.01);
  expect(megabytes(`~~~js\n~~~\n\n${code}`)).toBeLessThan(plain * 1.01);
  expect(megabytes(`~~~js\n${code}`)).toBeGreaterThan(plain * 1.5);
  // A longer fence of the same sign closes; one with a language does not.
  expect(megabytes(`~~~js\n~~~ js\n${code}~~~~\n`)).toBeGreaterThan(plain * 1.5);
});

test('a novel of one sentence has room', () => {
  expect(megabytes('newburyport, '.repeat(426_000))).toBeLessThan(1000);
});

test('many fences without an end are reckoned in one pass', () => {
  const fences = Array.from({ length: 2000 }, (_, at) => `${'`'.repeat(2003 - at)}js\n`).join('');
  expect(megabytes(fences)).toBeGreaterThan(1);
});

test('signs in a row count once, so that rules and fences cost nothing', () => {
  expect(megabytes('-'.repeat(100_000))).toBeLessThan(10);
});

test('the place is where it is too much', () => {
  const { beyond = 0 } = reckonedMemory('&amp; '.repeat(1000), none, 1_000_000);
  expect(beyond).toBeGreaterThan(500);
  expect(beyond).toBeLessThan(1500);
});
