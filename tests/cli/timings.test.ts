import { expect, it } from 'vitest';
import { timingsInWords } from '../../src/cli/timings.ts';

it('what was done when is told in the order in which it began', () => {
  const told = timingsInWords({
    timings: { 'Parsing the Markdown': 912, total: 7130 },
    tasks: [
      { task: 'judge the EPUB', lane: 'beside', asked: 1500, began: 1510, ended: 2600 },
      { task: 'pack the EPUB', lane: 'build', asked: 400, began: 1290, ended: 1500 },
    ],
  });
  expect(told.split('\n')).toEqual([
    '        step                                  took',
    '        Parsing the Markdown                  0.91',
    '        total                                 7.13',
    'thread  task                  waited  began  ended',
    'build   pack the EPUB           0.89   1.29   1.50',
    'beside  judge the EPUB          0.01   1.51   2.60',
    '',
  ]);
});
