import { describe, expect, it } from 'vitest';
import { licenceOf } from '../../../src/book/licence.ts';
import { Fault } from '../../../src/read/values/fault.ts';
import { creativeCommons } from '../../../src/read/values/creative-commons.ts';
import { licenceAt, parseLicence } from '../../../src/read/values/licences.ts';

describe('parseLicence', () => {
  it('knows name and address', () => {
    expect(parseLicence('CC-BY-NC-ND-3.0')).toMatchObject({
      id: 'CC-BY-NC-ND-3.0',
      name: 'Creative Commons Attribution-NonCommercial-NoDerivs 3.0 Unported',
      url: 'https://creativecommons.org/licenses/by-nc-nd/3.0/',
    });
    expect(parseLicence('cc0-1.0')).toMatchObject({ id: 'CC0-1.0' });
  });

  it.each([
    ['CC-BY-ND-4.0', 'Creative Commons Attribution-NoDerivatives 4.0 International', 'licenses/by-nd/4.0/'],
    ['CC-BY-SA-2.5', 'Creative Commons Attribution-ShareAlike 2.5 Generic', 'licenses/by-sa/2.5/'],
    [
      'CC-BY-NC-ND-1.0',
      'Creative Commons Attribution-NoDerivs-NonCommercial 1.0 Generic',
      'licenses/by-nd-nc/1.0/',
    ],
    ['CC-BY-SA-3.0-DE', 'Creative Commons Attribution-ShareAlike 3.0 Germany', 'licenses/by-sa/3.0/de/'],
    ['CC-PDM-1.0', 'Public Domain Mark 1.0', 'publicdomain/mark/1.0/'],
  ])('names %s as its deed does', (id, name, path) => {
    expect(parseLicence(id)).toEqual(licenceOf({ id, name, url: `https://creativecommons.org/${path}` }));
  });

  it.each(['GFDL-1.2-or-later', 'gpl-3.0-only', 'LAL-1.3', 'OFL-1.1', 'MIT', 'ODbL-1.0'])(
    'knows %s',
    (id) => {
      expect(parseLicence(id)).toMatchObject({ url: expect.stringMatching(/^https:/) });
    },
  );

  it('gives no two licences the same id', () => {
    expect(new Set(creativeCommons.map(({ id }) => id)).size).toBe(creativeCommons.length);
  });

  it.each([
    ['https://creativecommons.org/licenses/by-nc/4.0/', 'CC-BY-NC-4.0'],
    ['http://creativecommons.org/licenses/by-nc/4.0', 'CC-BY-NC-4.0'],
    ['https://www.creativecommons.org/licenses/by/3.0/de/deed.de', 'CC-BY-3.0-DE'],
    ['https://creativecommons.org/publicdomain/zero/1.0/legalcode.en', 'CC0-1.0'],
    ['https://example.org/licenses/by/4.0/', undefined],
    ['https://creativecommons.org/licenses/by/9.0/', undefined],
    [undefined, undefined],
  ])('recognises the address %s', (url, id) => {
    expect(licenceAt(url)?.id).toBe(id);
  });

  it.each([
    ['CC BY 4.0', 'CC-BY-4.0'],
    ['cc by-nc-sa 3.0', 'CC-BY-NC-SA-3.0'],
    ['Apache License 2.0', 'Apache-2.0'],
    ['MIT license', 'MIT'],
  ])('takes %s as one writes it', (written, id) => {
    expect(parseLicence(written)).toMatchObject({ id });
  });

  it('suggests the licence that was meant', () => {
    const fault = parseLicence('CC-BY-40');
    expect(fault).toBeInstanceOf(Fault);
    expect(fault).toMatchObject({ hint: expect.stringContaining('"CC-BY-4.0"') });
  });
});
