import { describe, expect, it } from 'vitest';
import { text } from '../../../src/matter/element.ts';
import { fillNodes, link, linked, paragraphs } from '../../../src/matter/wording/wording.ts';

describe('fillNodes', () => {
  it('puts nodes in the place of names', () => {
    const value = link('https://x.example', 'X');
    expect(fillNodes('By {name}, now.', { name: [value] })).toEqual([text('By '), value, text(', now.')]);
  });

  it('does not double a full stop, be it inside a link', () => {
    const value = link('https://x.example', 'X Inc.');
    expect(fillNodes('By {name}.', { name: [value] })).toEqual([text('By '), value]);
    expect(fillNodes('{name}。', { name: [text('本。')] })).toEqual([text('本。')]);
  });
});

describe('linked', () => {
  it('links web and e-mail addresses without the punctuation behind them', () => {
    expect(linked('See (https://a.example/b?c=1), or a.b@c.example.')).toEqual([
      text('See ('),
      link('https://a.example/b?c=1', 'https://a.example/b?c=1'),
      text('), or '),
      link('mailto:a.b@c.example', 'a.b@c.example'),
      text('.'),
    ]);
  });

  it('leaves other text whole', () => {
    expect(linked('Ring 3 @ the quay: https:// is no address')).toEqual([
      text('Ring 3 @ the quay: https:// is no address'),
    ]);
  });
});

describe('paragraphs', () => {
  it('splits at blank lines and joins the lines within', () => {
    expect(paragraphs('A\nb\n\n \nC\n')).toEqual(['A b', 'C']);
  });

  it('is empty for nothing', () => {
    expect([paragraphs(undefined), paragraphs(' \n')]).toEqual([[], []]);
  });
});
