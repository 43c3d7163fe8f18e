import { describe, expect, test } from 'vitest';
import { cutsOf } from '../../../../src/emit/in-page/lines/cuts.ts';
import { serif as face } from '../../../builders/face.ts';
import { wholeText, partsOf } from '../../../../src/emit/in-page/lines/whole-text.ts';
import type { Run } from '../../../../src/emit/in-page/lines/runs.ts';

interface Text {
  readonly text: string;
  readonly language?: string;
  readonly points?: ReadonlyArray<number>;
  readonly mayEndLine?: boolean;
}

/** The parts of a word of one or more runs, with `-` after those that get a hyphen, `!` where Chrome is to be told, `?` where it is the last resort. */
function cut(...texts: Text[]): string[] {
  const runs = texts.map(({ text, language, points = [], mayEndLine = false }) => ({
    node: { data: text },
    face,
    points,
    mayEndLine,
    ...(language !== undefined && { language }),
  })) as unknown as Run[];
  const whole = wholeText(runs, ({ data }) => data);
  const word = whole.text;
  const hyphenation = { en: { harbour: [3], whaling: [5] } };
  let from = 0;
  return cutsOf(word, partsOf(whole, 0, word.length, 0), 0, hyphenation, (text) => text.length).map(
    ({ to, end, width, isLastResort = false }) => {
      expect(width).toBe(to);
      const part = word.slice(from, to);
      from = to;
      return `${part}${end === 'hyphen' ? '-' : ''}${end === 'told' ? '!' : ''}${isLastResort ? '?' : ''}`;
    },
  );
}

describe('cutsOf', () => {
  test('divides words where the patterns of their language allow it', () => {
    expect(cut({ text: 'harbour', language: 'en' })).toEqual(['har-', 'bour']);
    expect(cut({ text: '“harbour,”', language: 'en' })).toEqual(['“har-', 'bour,”']);
    expect(cut({ text: 'harbour' })).toEqual(['harbour']);
    expect(cut({ text: 'harbour', language: 'de' })).toEqual(['harbour']);
  });

  test('divides no word for its being what every object has a thing of', () => {
    expect(cut({ text: 'constructor', language: 'en' })).toEqual(['constructor']);
  });

  test('divides others at their soft hyphens, but not beside their ends', () => {
    expect(cut({ text: 'leviathan', language: '', points: [1, 4, 8] })).toEqual(['levi-', 'athan']);
  });

  test('divides addresses where they may be, between two texts', () => {
    const parts = [
      { text: 'books/', mayEndLine: true },
      { text: 'moby-', mayEndLine: true },
      { text: 'dick' },
    ];
    expect(cut(...parts)).toEqual(['books/', 'moby-', 'dick']);
    expect(cut({ text: 'books/' }, { text: 'dick', mayEndLine: true })).toEqual(['books/dick']);
  });

  test('divides words at hyphens and dashes of the manuscript, and there alone', () => {
    expect(cut({ text: 'harbour-whaling', language: 'en' })).toEqual(['har-?', 'bour-', 'whali-?', 'ng']);
    expect(cut({ text: 'whale—harbour', language: 'en' })).toEqual(['whale—', 'har-', 'bour']);
    expect(cut({ text: 'whale—“harbour' })).toEqual(['whale—!', '“harbour']);
    expect(cut({ text: 'whale—”' })).toEqual(['whale—”']);
    expect(cut({ text: 'whale…harbour' })).toEqual(['whale…', 'harbour']);
    expect(cut({ text: '-ling', language: 'en' })).toEqual(['-ling']);
  });

  test('leaves a word whole that goes on in another face', () => {
    expect(cut({ text: 'har' }, { text: 'whaling', language: 'en' })).toEqual(['harwhaling']);
    expect(cut({ text: '(' }, { text: 'whaling', language: 'en' })).toEqual(['(whali-', 'ng']);
  });
});
