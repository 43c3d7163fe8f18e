import { describe, expect, it } from 'vitest';
import { settableRules } from '../../../src/book/messages/rules.ts';
import { ruleHelp } from '../../../src/cli/reports/rule-help.ts';
import { version } from '../../../src/version.ts';

describe('the help of a rule', () => {
  it.each(settableRules)('%s is what the Handbook says of it, without links', (rule) => {
    const { meaning, markdown } = ruleHelp(rule);
    expect(meaning?.length).toBeGreaterThan(20);
    expect(markdown).not.toMatch(/\]\(|\n/);
  });

  it('leads to the Handbook where the package names its repository', () => {
    expect(ruleHelp('pdf-alt', 'https://example.org/colophon').uri).toBe(
      `https://example.org/colophon/blob/v${version}/manuscript/messages.md#for-screens`,
    );
    expect(ruleHelp('pdf-alt', undefined)).not.toHaveProperty('uri');
  });

  it.each([
    ['epubcheck/RSC-005', 'error', /^The finished e-book was checked and found wanting/],
    ['ace/link-name', 'warning', /^Ace by DAISY, which the variable ACE names, has found/],
  ] as const)('of %s is that of all rules of the checker', (rule, severity, meaning) => {
    expect(ruleHelp(rule)).toMatchObject({ severity, meaning: expect.stringMatching(meaning) as string });
  });
});
