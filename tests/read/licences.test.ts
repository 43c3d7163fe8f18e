import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/read/fault.ts';
import { parseLicence } from '../../src/read/licences.ts';

describe('parseLicence', () => {
  it('knows name and address', () => {
    expect(parseLicence('CC-BY-NC-ND-3.0')).toEqual({
      id: 'CC-BY-NC-ND-3.0',
      name: 'Creative Commons Attribution-NonCommercial-NoDerivatives 3.0 Unported',
      url: 'https://creativecommons.org/licenses/by-nc-nd/3.0/',
    });
    expect(parseLicence('cc0-1.0')).toMatchObject({ id: 'CC0-1.0' });
  });

  it('suggests the licence that was meant', () => {
    const fault = parseLicence('CC-BY-40');
    expect(fault).toBeInstanceOf(Fault);
    expect(fault).toMatchObject({ hint: expect.stringContaining('"CC-BY-4.0"') });
  });
});
