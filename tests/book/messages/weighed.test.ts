import { describe, expect, it } from 'vitest';
import { messageAt } from '../../../src/book/messages/messages.ts';
import { settableRules } from '../../../src/book/messages/rules.ts';
import { canYield, weighed } from '../../../src/book/messages/weighed.ts';

const alt = messageAt('one.md', 'image-alt', 'No description');
const lost = messageAt('one.md', 'text-lost', 'Lost');

describe('messages', () => {
  it('are as grave as the book sets them', () => {
    expect(weighed([alt], { 'image-alt': 'error' })).toEqual([{ ...alt, severity: 'error' }]);
    expect(weighed([alt], { 'image-alt': 'info' })).toEqual([{ ...alt, severity: 'info' }]);
    expect(weighed([alt, lost], { 'image-alt': 'off' })).toEqual([lost]);
    expect(weighed([alt], {})).toEqual([alt]);
  });

  it('stay errors where a book would have a hole', () => {
    expect(weighed([lost], { 'text-lost': 'off' })).toEqual([lost]);
    const grave = { ...alt, severity: 'error' as const };
    expect(weighed([grave], { 'image-alt': 'off' })).toEqual([grave]);
  });
});

describe('a rule', () => {
  it('yields where it warns, or is a matter of judgement', () => {
    expect(settableRules.filter(canYield)).toContain('image-alt');
    expect(settableRules.filter(canYield)).toContain('rights-extract');
    const yielding: ReadonlySet<string> = new Set(settableRules.filter(canYield));
    const fixed = ['text-lost', 'note-undefined', 'encoding', 'facts-differ', 'pdf-x', 'release-checksum'];
    expect(fixed.filter((rule) => yielding.has(rule))).toEqual([]);
  });
});
