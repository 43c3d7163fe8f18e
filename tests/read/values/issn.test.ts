import { describe, expect, it } from 'vitest';
import { parseIssn } from '../../../src/read/values/issn.ts';

describe('parseIssn', () => {
  it.each([
    ['0378-5955', '0378-5955'],
    ['03785955', '0378-5955'],
    ['ISSN 2434-561x', '2434-561X'],
    ['e-ISSN: 1050–124X', '1050-124X'],
    ['urn:issn:0378-5955', '0378-5955'],
  ])('reads %s', (text, issn) => {
    expect(parseIssn(text)).toBe(issn);
  });

  it.each([
    ['0378-5956', 'identifier-checksum', ': 5 is expected'],
    ['2434-5610', 'identifier-checksum', ': X is expected'],
    ['3078-5955', 'identifier-checksum', 'wrong check digit'],
    ['0378-595', 'config-value', 'no ISSN'],
    ['X378-5955', 'config-value', 'no ISSN'],
  ])('refuses %s', (text, rule, reason) => {
    expect(parseIssn(text)).toMatchObject({ rule, reason: expect.stringContaining(reason) });
  });
});
