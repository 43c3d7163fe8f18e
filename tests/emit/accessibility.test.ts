import { describe, expect, it } from 'vitest';
import type { Asset } from '../../src/book/book.ts';
import { accessibilityOf, type Accessibility } from '../../src/emit/accessibility.ts';
import { wordingOf } from '../../src/language/wording.ts';
import { makeBook } from '../builders/book.ts';
import { makeSection } from '../builders/hast-book.ts';

function statements(html: string, ...mediaTypes: string[]): Accessibility {
  const assets = mediaTypes.map((mediaType): [string, Asset] => [
    mediaType,
    { path: mediaType, bytes: new Uint8Array(), mediaType },
  ]);
  return accessibilityOf(makeBook({ body: [makeSection('one', html)] }), new Map(assets), false);
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
    expect(some.summary.text).toContain('no text alternative');
    expect(statements('<img src="quay.png" alt="quay.png">').features).not.toContain('alternativeText');
  });

  it('does not ask for alternatives of decoration', () => {
    const decorated = statements(
      '<img src="a" alt="" role="presentation"><img src="b" alt="B">',
      'image/png',
    );
    expect(decorated.features).toContain('alternativeText');
    expect(statements('<img src="a" alt="" role="presentation">').modes).toEqual(['textual']);
  });

  it('tells of audio, which may be startling, and whether its words are there', () => {
    const told = statements('<img src="a" alt="A"><audio src="a.mp3">Gulls</audio>');
    expect([told.modes, told.hazard]).toEqual([['textual', 'visual', 'auditory'], 'unknown']);
    expect(told.sufficient).toEqual(['textual', 'textual,visual,auditory']);
    expect(statements('<audio src="a.mp3"></audio>').sufficient).toEqual(['textual,auditory']);
  });

  it.each([
    ['index', '', 'index' as const],
    ['rubyAnnotations', '<ruby>漢<rt>かん</rt></ruby>', 'chapter' as const],
    ['longDescription', '<img src="a" alt="A" aria-details="long">', 'chapter' as const],
  ])('claims %s where it is, and nowhere else', (feature, html, role) => {
    const having = makeBook({ body: [{ ...makeSection('one', `<p>a</p>${html}`), role }] });
    expect(accessibilityOf(having, new Map(), false).features).toContain(feature);
    expect(statements('<p>a</p>').features).not.toContain(feature);
  });

  it('claims the printed pages where they are marked and listed', () => {
    const book = makeBook({ body: [makeSection('one', '<p>a</p>')] });
    expect(accessibilityOf(book, new Map(), true).features).toEqual(
      expect.arrayContaining(['pageBreakMarkers', 'pageNavigation']),
    );
    expect(accessibilityOf(book, new Map(), false).features).not.toContain('pageNavigation');
  });

  it('claims a structure that leads through the book unless levels of headings are skipped', () => {
    expect(statements('<h2>a</h2><h3>b</h3><h2>c</h2>').features).toContain('structuralNavigation');
    expect(statements('<h2>a</h2><h4>b</h4>').features).not.toContain('structuralNavigation');
  });

  it('is summed up in the language of the book, or in English where there is no wording', () => {
    const sumUp = (language: string) => {
      const metadata = { language, accessibility: { contact: 'a@b.example' } };
      return accessibilityOf(makeBook({ labels: wordingOf(language) }, metadata), new Map(), false).summary;
    };
    expect(sumUp('de-AT')).toEqual({
      text: expect.stringMatching(/^Der Text passt sich .* Kontakt: a@b\.example$/),
      language: 'de-AT',
    });
    expect(sumUp('la')).toEqual({ text: expect.stringMatching(/^The text reflows/), language: 'en' });
  });

  it('names formulas, and knows no hazard of pictures that may blink', () => {
    expect(statements('<p><math><mi>x</mi></math></p>').features).toContain('MathML');
    expect(statements('<img src="a" alt="A">', 'image/gif').hazard).toBe('unknown');
  });
});
