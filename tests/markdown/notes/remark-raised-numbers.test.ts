import { describe, expect, it } from 'vitest';
import { parseText } from '../tree.ts';

function told(text: string) {
  return parseText(text)
    .messages.filter(({ rule }) => rule === 'note-bracketed')
    .map(({ line, column, reason }) => `${line}:${column} ${reason}`);
}

describe('remarkRaisedNumbers', () => {
  it.each([
    ['One.¹ Two.²\n\n¹ The first.\n² The other.', '3:5 ¹', ', and 1 more of the kind'],
    ['One.<sup>1</sup>\n\n<sup>1</sup> The first.', '3:5 <sup>1</sup>', ''],
    ['One.<sup><a href="#n">1</a></sup>\n\n<sup>1</sup>The first.', '3:5 <sup><a href="#n">1</a></sup>', ''],
    ['One^1^.\n\n^1^ The first.', '3:4 ^1^', ''],
  ])('tells once of what is left of notes: %j', (text, mark, others) => {
    expect(told(text)).toEqual([
      `${mark} looks like the mark of a note, and a line below begins so${others}`,
    ]);
  });

  it.each([
    'An area of 5 m².\n\n² stands here.',
    'E = mc² and x^2^.',
    'Text.¹\n\nNo line begins so.',
    '¹ begins a line.\n\nText.¹',
  ])('leaves powers and numbers without a note alone: %j', (text) => {
    expect(told(text)).toEqual([]);
  });
});
