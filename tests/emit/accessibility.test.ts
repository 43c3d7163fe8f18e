import { describe, expect, it } from 'vitest';
import type { Asset } from '../../src/book/book.ts';
import { accessibilityOf, type Accessibility } from '../../src/emit/accessibility.ts';
import { makeBook } from '../builders/book.ts';
import { makeSection } from '../builders/hast-book.ts';

function statements(html: string, ...mediaTypes: string[]): Accessibility {
  const assets = mediaTypes.map((mediaType): [string, Asset] => [
    mediaType,
    { path: mediaType, bytes: new Uint8Array(), mediaType },
  ]);
  return accessibilityOf(makeBook({ body: [makeSection('one', html)] }), new Map(assets));
}

describe('accessibilityOf', () => {
  it('calls a book of words textual', () => {
    const { modes, sufficient, features, hazard } = statements('<p>a</p>');
    expect([modes, sufficient, hazard]).toEqual([['textual'], ['textual'], 'none']);
    expect(features).toContain('structuralNavigation');
    expect(features).not.toContain('alternativeText');
    expect(features).not.toContain('MathML');
  });

  it('claims text alternatives only where every image has one', () => {
    const all = statements('<img src="a" alt="A"><img src="b" alt="B">', 'image/png');
    expect(all.features).toContain('alternativeText');
    expect(all.sufficient).toEqual(['textual', 'textual,visual']);
    const some = statements('<img src="a" alt="A"><img src="b" alt="">', 'image/png');
    expect(some.features).not.toContain('alternativeText');
    expect(some.sufficient).toEqual(['textual,visual']);
    expect(some.summary).toContain('no text alternative');
  });

  it('names formulas, and knows no hazard of pictures that may blink', () => {
    expect(statements('<p><math><mi>x</mi></math></p>').features).toContain('MathML');
    expect(statements('<img src="a" alt="A">', 'image/gif').hazard).toBe('unknown');
  });
});
