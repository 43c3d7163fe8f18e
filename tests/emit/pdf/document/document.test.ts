import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { sections, type Book, type Hast } from '../../../../src/book/book.ts';
import { printDocument } from '../../../../src/emit/pdf/document/document.ts';
import { formulaText } from '../../../../src/emit/pdf/document/tag-aids.ts';
import { makeBook } from '../../../builders/book.ts';
import { elementsOf, makePrint, makeSection } from '../../../builders/hast-book.ts';

function parsed(
  book: Book<Hast>,
  softHyphens = false,
): ReturnType<typeof printDocument> & {
  readonly find: (wanted: (element: Element) => boolean) => Element[];
} {
  const document = printDocument(book, ['/a.css', '/b.css'], softHyphens);
  const tree = fromHtml(document.html);
  return { ...document, find: (wanted) => elementsOf(tree, wanted) };
}

const named = (name: string) => (element: Element) => element.tagName === name;

describe('printDocument', () => {
  test('sets the sections one after another below one body', () => {
    const book = makeBook({
      front: [makeSection('before', '<p>Front</p>', { role: 'preface' })],
      body: [makeSection('one', '<p>Body</p>')],
      back: [makeSection('after', '<p>Back</p>', { role: 'afterword' })],
    });
    const { find, html } = parsed(book);
    expect(html).toMatch(/^<!doctype html>/);
    const [body] = find(named('body'));
    expect(body?.children.map((child) => child.type === 'element' && child.properties['id'])).toEqual([
      'before',
      'one',
      'after',
    ]);
  });

  test('names title, language and stylesheets, in order, and lets nothing in from outside', () => {
    const book = makeBook({ body: [makeSection('one', '')] }, { title: 'Tom & <Jerry>', language: 'en-GB' });
    const { find, html } = parsed(book);
    expect(find(named('html'))[0]?.properties['lang']).toBe('en-GB');
    expect(html).toContain('<title>Tom &#x26; &#x3C;Jerry></title>');
    expect(find(named('link')).map((link) => link.properties['href'])).toEqual(['/a.css', '/b.css']);
    const [policy] = find((meta) => meta.properties['httpEquiv'] !== undefined);
    expect(policy?.properties['content']).toMatch(/^default-src 'none';/);
    expect(policy?.properties['content']).not.toContain('script-src');
  });

  test('drops the roles of digital publishing and keeps the others', () => {
    const html =
      '<p><a id="m" class="mark" role="doc-noteref" epub:type="noteref">1</a>' +
      '<span role="img" aria-label="A heart">♥</span></p>';
    const { html: printed, find } = parsed(makeBook({ body: [makeSection('one', html)] }));
    expect(printed).not.toContain('doc-');
    expect(printed).not.toContain('epub:type');
    const [mark] = find(named('a'));
    expect(mark?.properties).toMatchObject({ id: 'm', className: ['mark'] });
    const [heart] = find((element) => element.properties['ariaLabel'] === 'A heart');
    expect(heart?.properties['role']).toBe('img');
  });

  test('makes links inside the book addresses that Chrome does not look up, and drops those that lead nowhere', () => {
    const html =
      '<p id="größe(1)"><a href="#gr%C3%B6%C3%9Fe(1)">a</a> <a href="#größe(1)">b</a> <a href="#two">c</a> ' +
      '<a href="#nowhere">d</a> <a href="https://example.org/#two">e</a> <a href="mailto:a@example.org">f</a></p>';
    const book = makeBook({ body: [makeSection('one', html), makeSection('two', '')] });
    expect(
      parsed(book)
        .find(named('a'))
        .map((link) => link.properties['href']),
    ).toEqual([
      'colophon:gr%C3%B6%C3%9Fe%281%29',
      'colophon:gr%C3%B6%C3%9Fe%281%29',
      'colophon:two',
      undefined,
      'https://example.org/#two',
      'mailto:a@example.org',
    ]);
  });

  test('makes figures groups, so that their captions are tagged with them', () => {
    const html = '<figure role="doc-cover"><img src="a.png" alt="A"><figcaption>B</figcaption></figure>';
    const { find } = parsed(makeBook({ body: [makeSection('one', html)] }));
    expect(find(named('figure'))[0]?.properties['role']).toBe('group');
  });

  test('gives Chrome what it needs for complete tags', () => {
    const html =
      '<p><i lang="la">a</i> <i lang="la" id="b">b</i> <math alttext="x^2"><mi>x</mi></math></p><hr>' +
      '<table><tbody><tr><td>1</td><td> </td><td><img src="a.png" alt="A"></td></tr></tbody></table>';
    const { find } = parsed(makeBook({ body: [makeSection('one', html)] }));
    expect(find(named('i')).map(({ properties }) => properties['ariaLive'])).toEqual(['off', undefined]);
    const [formula] = find(named('math'));
    expect(formula?.properties['role']).toBe('img');
    expect(formulaText(String(formula?.properties['ariaLabel']))).toBe('x^2');
    expect(formulaText('x^2')).toBeUndefined();
    expect(find(named('hr'))[0]?.properties['ariaHidden']).toBe('true');
    const cells = find(named('td'));
    expect(cells.map(({ children }) => children)).toMatchObject([
      [{ value: '1' }],
      [{ value: '\u00A0' }],
      [{ tagName: 'img' }],
    ]);
  });

  test('tells of every link where it leads, and of marks whose they are', () => {
    const html =
      '<p><a id="m" href="#n" epub:type="noteref">1</a> <a href="https://example.org">e</a> <a href="#no">x</a></p>' +
      '<p id="n">Note</p>';
    const { links } = parsed(makeBook({ body: [makeSection('one', html)] }));
    expect(links.map(({ target, mark }) => [target, mark])).toEqual([
      ['n', 'm'],
      ['https://example.org/', undefined],
    ]);
  });

  test('knows of each numbered element where it comes from', () => {
    const one = makeSection('one', '<p>First</p>\n<ul><li>Second</li></ul>');
    const two = makeSection('two', '\n\n<table><tbody><tr><td>Third</td></tr></tbody></table>');
    const { blocks, find } = parsed(makeBook({ body: [one, two] }));
    const block = (name: string): unknown => {
      const index = Number(find(named(name))[name === 'p' ? 0 : 0]?.properties['dataBlock']);
      const { file, position } = blocks[index] ?? {};
      return [file?.path, position?.start.line, position?.start.column];
    };
    expect(block('p')).toEqual(['one.md', 1, 1]);
    expect(block('li')).toEqual(['one.md', 2, 5]);
    expect(block('table')).toEqual(['two.md', 3, 1]);
    const numbers = find((element) => element.properties['dataBlock'] !== undefined);
    expect(numbers.map((element) => Number(element.properties['dataBlock']))).toEqual(
      blocks.map((_, i) => i),
    );
  });

  test('collects every language of the book', () => {
    const book = makeBook(
      {
        front: [makeSection('before', '<p>Vorwort</p>', { role: 'preface', language: 'de' })],
        body: [makeSection('one', '<p>So <i lang="uk">довго</i>, <i lang="de">lang</i>.</p>')],
      },
      { language: 'en-GB' },
    );
    expect(parsed(book).languages).toEqual(new Set(['en-GB', 'de', 'uk']));
  });

  test('says at its root that the print is large, for stylesheets to go by', () => {
    const root = (largePrint: boolean): Element | undefined =>
      parsed(makeBook({}, makePrint({ largePrint }))).find(named('html'))[0];
    expect(root(true)?.properties['className']).toEqual(['large-print']);
    expect(root(false)?.properties['className']).toBeUndefined();
  });

  test('leaves the book as it was', () => {
    const book = makeBook({
      body: [makeSection('one', '<figure><img src="a.png" alt=""></figure><p lang="de">Wissenschaft</p>')],
    });
    const before = structuredClone(sections(book).map((section) => section.tree));
    parsed(book, true);
    expect(sections(book).map((section) => section.tree)).toEqual(before);
  });

  describe('for a browser without dictionaries', () => {
    const html =
      '<h2>Responsibility</h2><p>University <code>university</code> <em>university</em></p>' +
      '<pre><code>university <span lang="en">university</span></code></pre>' +
      '<p lang="de">Wissenschaft <span lang="en">university</span></p><p lang="tlh">university</p>';
    const softened = parsed(makeBook({ body: [makeSection('one', html)] }), true);

    test('puts soft hyphens into running text, by language', () => {
      const [english, german, unknown] = softened.find(named('p'));
      expect(text(english)).toContain('Uni|ver|si|ty');
      expect(text(german)).toContain('Wis|sen|schaft');
      expect(text(german)).toContain('uni|ver|si|ty');
      expect(text(unknown)).toContain('university');
    });

    test('but neither into code nor into headings', () => {
      for (const element of softened.find(({ tagName }) => ['code', 'pre', 'h1', 'h2'].includes(tagName))) {
        expect(text(element)).not.toContain('|');
      }
    });
  });

  test('adds no soft hyphen where the browser has dictionaries', () => {
    expect(parsed(makeBook({ body: [makeSection('one', '<p>university</p>')] })).html).not.toContain(
      '\u00AD',
    );
  });
});

/** The text values of an element, soft hyphens made visible. */
function text(element: Element | undefined): string {
  return (
    JSON.stringify(element)
      .match(/"value":"[^"]*"/g)
      ?.join('')
      .replaceAll('\u00AD', '|') ?? ''
  );
}
