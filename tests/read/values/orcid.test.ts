import { describe, expect, it } from 'vitest';
import { parseOrcid } from '../../../src/read/values/orcid.ts';

describe('parseOrcid', () => {
  it.each([
    ['0000-0002-1825-0097', '0000-0002-1825-0097'],
    ['0000000218250097', '0000-0002-1825-0097'],
    ['https://orcid.org/0000-0001-5109-3700', '0000-0001-5109-3700'],
    ['orcid.org/0000-0001-5109-3700/', '0000-0001-5109-3700'],
    ['ORCID iD: 0000-0002-1694-233x', '0000-0002-1694-233X'],
  ])('reads %s', (text, orcid) => {
    expect(parseOrcid(text)).toBe(orcid);
  });

  it.each([
    ['0000-0002-1825-0098', 'identifier-checksum', ': 7 is expected'],
    ['0000-0002-1694-2330', 'identifier-checksum', ': X is expected'],
    ['0000-0002-8125-0097', 'identifier-checksum', 'wrong check digit'],
    ['0000-0002-1825-009', 'config-value', 'no ORCID iD'],
    ['https://example.org/0000-0002-1825-0097', 'config-value', 'no ORCID iD'],
  ])('refuses %s', (text, rule, reason) => {
    expect(parseOrcid(text)).toMatchObject({ rule, reason: expect.stringContaining(reason) });
  });
});
