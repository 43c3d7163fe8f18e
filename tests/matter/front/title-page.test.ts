import { describe, expect, it } from 'vitest';
import type { Metadata } from '../../../src/book/metadata.ts';
import { attachTitlePage } from '../../../src/matter/front/title-page.ts';
import { wordingOf } from '../../../src/language/wording.ts';
import { makeMdastBook, makeSection, toHtml } from '../../builders/mdast-book.ts';

function pageOf(metadata: Partial<Metadata>): string {
  const section = attachTitlePage(makeMdastBook({}, metadata)).front[0];
  if (section === undefined) throw new Error('No title page');
  return toHtml(section.tree);
}

describe('attachTitlePage', () => {
  it('makes a page of the title alone', () => {
    expect(pageOf({})).toBe('<h1 class="title">The Whale</h1>');
  });

  it('names everyone and everything in the order of a title page', () => {
    const page = pageOf({
      subtitle: 'A Tale',
      contributors: [
        { name: 'Tom Hand', role: 'trl' },
        { name: 'Ann Author', role: 'aut', affiliation: 'Nantucket College' },
        { name: 'Bo Writer', role: 'aut' },
        { name: 'Tess Tongue', role: 'trl' },
        { name: 'Ed Itor', role: 'edt' },
      ],
      edition: 'Second edition',
      series: { name: 'Sea Stories', position: 4 },
      publisher: { name: 'Harpoon Press', place: 'New Bedford' },
      date: '2015-03-01',
    });
    expect(page).toBe(
      '<h1 class="title">The Whale</h1><p class="subtitle">A Tale</p>' +
        '<div class="authors"><p class="author">Ann Author</p><p class="affiliation">Nantucket College</p>' +
        '<p class="author">Bo Writer</p></div>' +
        '<div class="contributors"><p class="contributor">Translated by Tom Hand and Tess Tongue</p>' +
        '<p class="contributor">Edited by Ed Itor</p></div>' +
        '<p class="edition">Second edition</p><p class="series">Sea Stories, 4</p>' +
        '<div class="imprint"><p class="publisher">Harpoon Press</p><p class="place">New Bedford</p>' +
        '<p class="year">2015</p></div>',
    );
  });

  it('has numbers in the digits of the language', () => {
    const page = pageOf({ language: 'mr', date: '2015-03-01', series: { name: 'Sea Stories', position: 4 } });
    expect(page).toContain('<p class="series">Sea Stories, ४</p>');
    const roman = pageOf({ series: { name: 'Sea Stories', position: 4, numeral: 'IV' } });
    expect(roman).toContain('<p class="series">Sea Stories, IV</p>');
    expect(page).toContain('<p class="year">२०१५</p>');
  });

  it('sets title and subtitle with their markup', () => {
    const text = (value: string) => ({ type: 'text' as const, value });
    const title = {
      type: 'root' as const,
      children: [{ type: 'emphasis' as const, children: [text('Pequod')] }],
    };
    const book = {
      ...makeMdastBook({}, { title: 'Pequod', subtitle: 'x' }),
      titleTrees: { title, subtitle: title },
    };
    expect(toHtml(attachTitlePage(book).front[0]!.tree)).toBe(
      '<h1 class="title"><em>Pequod</em></h1><p class="subtitle"><em>Pequod</em></p>',
    );
  });

  it('leaves those who made the object to the copyright page', () => {
    expect(pageOf({ contributors: [{ name: 'Cora', role: 'cov' }] })).not.toContain('Cora');
  });

  it('names a contributor of a role without wording', () => {
    expect(pageOf({ contributors: [{ name: 'Ola', role: 'lbt' }] })).toContain('With contributions by Ola');
  });

  it('lists a series without position', () => {
    expect(pageOf({ series: { name: 'Sea Stories' } })).toContain('<p class="series">Sea Stories</p>');
  });

  it('leaves no paragraph for a blank value', () => {
    expect(pageOf({ subtitle: ' ', edition: '' })).toBe('<h1 class="title">The Whale</h1>');
  });

  it('speaks the language of the book', () => {
    const contributors = [
      { name: 'Anna', role: 'trl' },
      { name: 'Otto', role: 'trl' },
    ];
    const book = makeMdastBook({ labels: wordingOf('de') }, { language: 'de', contributors });
    const page = attachTitlePage(book).front[0];
    expect(page?.title).toBe('Titelseite');
    expect(toHtml(page?.tree ?? { type: 'root', children: [] })).toContain('Übersetzt von Anna und Otto');
  });

  it('is an untitled section outside the contents, before a dedication', () => {
    const front = [makeSection('for', '', { role: 'dedication' })];
    const [page, dedication] = attachTitlePage(makeMdastBook({ front })).front;
    expect(page).toMatchObject({
      id: 'title-page',
      role: 'titlepage',
      untitled: true,
      toc: false,
      numbered: false,
    });
    expect(dedication?.id).toBe('for');
  });

  it('gives way to the author’s own', () => {
    const book = makeMdastBook({ front: [makeSection('mine', '', { role: 'titlepage' })] });
    expect(attachTitlePage(book)).toBe(book);
  });
});
