import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const source = new URL('../src/', import.meta.url).pathname;

/**
 * What asks the machine for its language: no language at all, or one alone that ICU may not know. A
 * fallback makes the second choice ours.
 */
const patterns: ReadonlyArray<readonly [string, RegExp]> = [
  ['a language of the machine', /\.toLocale\w*\(\s*\)|\.localeCompare\(|\bnavigator\.language/],
  ['no fallback', /\bIntl\.(?!Locale\b)[A-Z]\w+\((?!\[|locales\()/],
];

function findings(text: string): string[] {
  return patterns.flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));
}

test('nothing in the source asks for the language of the machine', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((name) =>
    findings(readFileSync(join(source, name), 'utf8')).map((what) => `${name}: ${what}`),
  );
  expect(found).toEqual([]);
});

test.each([
  "'ä'.toLocaleUpperCase()",
  'new Date().toLocaleString( )',
  'a.localeCompare(b)',
  'new Intl.Collator()',
  'new Intl.NumberFormat(undefined, {})',
  'new Intl.Collator(language, { numeric: true })',
])('%s would be found', (text) => {
  expect(findings(text)).toHaveLength(1);
});
