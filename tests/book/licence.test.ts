import { describe, expect, test } from 'vitest';
import { licenceOf } from '../../src/book/licence.ts';

function demands(licence: Parameters<typeof licenceOf>[0]): string {
  const { key, attribution, nonCommercial, noDerivatives, shareAlike } = licenceOf(licence).terms;
  const flags = [attribution && 'BY', nonCommercial && 'NC', noDerivatives && 'ND', shareAlike && 'SA'];
  return [key, ...flags.filter((flag) => flag !== false)].join(' ');
}

describe('licenceOf', () => {
  test.each([
    ['CC-BY-4.0', 'CC-BY-4.0 BY'],
    ['CC-BY-NC-4.0', 'CC-BY-NC-4.0 BY NC'],
    ['CC-BY-ND-3.0', 'CC-BY-ND-3.0 BY ND'],
    ['CC-BY-NC-ND-3.0-DE', 'CC-BY-NC-ND-3.0 BY NC ND'],
    ['CC-BY-NC-SA-2.5', 'CC-BY-NC-SA-2.5 BY NC SA'],
    ['CC-BY-SA-3.0-AT', 'CC-BY-SA-3.0 BY SA'],
    ['CC0-1.0', 'CC0-1.0'],
    ['CC-PDM-1.0', 'CC-PDM-1.0'],
    ['GFDL-1.3-or-later', 'GFDL-1.3-or-later BY SA'],
    ['LAL-1.3', 'LAL-1.3 BY SA'],
    ['MIT', 'MIT BY'],
    ['MIT-0', 'MIT-0'],
    ['0BSD', '0BSD'],
    ['ODC-By-1.0', 'ODC-By-1.0 BY'],
  ])('the SPDX id %s', (id, expected) => {
    expect(demands({ id, name: 'x' })).toBe(expected);
  });

  test.each([
    ['https://creativecommons.org/licenses/by-nc/4.0/', 'CC-BY-NC-4.0 BY NC'],
    ['http://creativecommons.org/licenses/by-sa/3.0/de/deed.en', 'CC-BY-SA-3.0 BY SA'],
    ['https://creativecommons.org/licenses/by/4.0', 'CC-BY-4.0 BY'],
  ])('the address %s', (url, expected) => {
    expect(demands({ name: 'A licence', url })).toBe(expected);
  });

  test.each([
    ['CC BY-NC 4.0', 'CC-BY-NC-4.0 BY NC'],
    ['CC BY', 'CC-BY BY'],
    ['Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International', 'CC-BY-NC-SA-4.0 BY NC SA'],
    ['Creative Commons Attribution-NoDerivs 2.0', 'CC-BY-ND-2.0 BY ND'],
    ['Printed by kind permission', 'Printed by kind permission'],
    ['Creative Commons Zero', 'Creative Commons Zero'],
  ])('the name %s', (name, expected) => {
    expect(demands({ name })).toBe(expected);
  });
});
