import { describe, expect, it } from 'vitest';
import { preflightRules } from '../../../src/book/messages/preflight-rules.ts';
import { preflight } from '../../../src/preflight/pdf/preflight.ts';
import { defectiveFiles } from './defects.ts';

describe('a file with one fault', () => {
  it.each(defectiveFiles)('$rule: $fault', async ({ rule, make, expectations, reason }) => {
    const messages = await preflight(await make(), 'book.pdf', expectations);
    expect([...new Set(messages.map((message) => message.rule))]).toEqual([rule]);
    expect(messages.map((message) => message.reason).join('\n')).toContain(reason);
  });

  it('breaks every rule there is', () => {
    const broken = new Set<string>(defectiveFiles.map(({ rule }) => rule));
    const rules = Object.keys(preflightRules).filter((rule) => rule.startsWith('pdf-'));
    expect(rules.filter((rule) => !broken.has(rule))).toEqual([]);
  });
});
