import { describe, expect, it } from 'vitest';
import { wantedOf } from '../../../src/cli/reports/formats.ts';

const nothing = { format: [], json: false };

describe('the formats wanted', () => {
  it('are text alone by default', () => {
    expect(wantedOf(nothing)).toEqual({ shown: 'text', files: [] });
  });

  it('are one that is shown, and any in files', () => {
    expect(
      wantedOf({ format: ['github', 'sarif=a=b.sarif', 'junit=j.xml'], json: false, summary: 's.md' }),
    ).toEqual({
      shown: 'github',
      files: [
        { format: 'sarif', path: 'a=b.sarif' },
        { format: 'junit', path: 'j.xml' },
      ],
      summary: 's.md',
    });
  });

  it('may be named in short: --json', () => {
    expect(wantedOf({ format: ['json'], json: true })).toEqual({ shown: 'json', files: [] });
    expect(wantedOf({ format: [], json: true })).toEqual({ shown: 'json', files: [] });
  });

  it.each([
    [['sarrif'], 'Did you mean "sarif"?'],
    [['text', 'github'], 'One format at a time can be shown, not text and github'],
    [['junit='], '--format junit= lacks the name of a file'],
  ])('%j is wrong usage', (format, reason) => {
    expect(() => wantedOf({ format, json: false })).toThrow(reason);
  });
});
