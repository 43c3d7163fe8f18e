import { expect, it } from 'vitest';
import { lastYears, newestDate, withInstant } from '../../../src/read/book-yaml/instants.ts';
import { makeMetadata } from '../../builders/metadata.ts';

it.each([
  [['2015', '2024-03', undefined], '2024-03-01T00:00:00Z'],
  [['2024-03-02', '2024'], '2024-03-02T00:00:00Z'],
  [['2024-03-02', '2024-03-02T16:30:00Z'], '2024-03-02T16:30:00Z'],
  [['1851-10-18', '871'], '2000-01-01T00:00:00Z'],
  [[], '2000-01-01T00:00:00Z'],
])('takes the newest of %j', (dates, instant) => {
  expect(newestDate(dates)).toBe(instant);
});

it('takes the last years of all notices', () => {
  expect(lastYears({ year: ['2019', '2020–2024'], parts: [{ of: 'maps', year: ['2025'] }] })).toEqual([
    '2019',
    '2024',
    '2025',
  ]);
});

it('lets an instant that is known stand for the dates that are stated', () => {
  const metadata = makeMetadata();
  expect(withInstant(metadata, 1_700_000_000).modified).toBe('2023-11-14T22:13:20Z');
  expect(withInstant(metadata, undefined)).toBe(metadata);
  expect(withInstant(metadata, 253_402_300_800)).toBe(metadata);
});
