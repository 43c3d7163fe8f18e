import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/book/errors.ts';
import { limitLines, limitsOf } from '../../src/cli/limits.ts';

describe('--limit', () => {
  it('takes numbers in the unit that is shown', () => {
    expect(limitsOf(['image-pixels=80', 'chapter-size=1', 'drawing-uses=5'])).toEqual({
      'image-pixels': 80_000_000,
      'chapter-size': 1_048_576,
      'drawing-uses': 5,
    });
  });

  it.each([
    ['text-depth=500', /--limit takes chapter-size, .*, not "text-depth"/],
    ['pixels', /not "pixels"/],
    ['image-pixels', /a number, as in image-pixels=50/],
    ['image-pixels=80MP', /a number/],
    ['chapter-size=-1', /a number, as in chapter-size=8/],
  ])('refuses %s', (typed, reason) => {
    expect(() => limitsOf([typed])).toThrow(UsageError);
    expect(() => limitsOf([typed])).toThrow(reason);
  });
});

describe('the list of limits', () => {
  it('marks those that can be set, and names the rule', () => {
    const lines = limitLines();
    expect(lines).toContainEqual(
      expect.stringMatching(/^ {2}\* chapter-size +8 MB +a Markdown file \(file-too-large\)$/),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^ {4}text-depth +100 levels .*\(too-deep\)$/));
  });
});
