import { fromHtml } from 'hast-util-from-html';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import type { OpeningStyle } from '../../src/book/metadata.ts';
import type { Role } from '../../src/book/roles.ts';
import { withOpening } from '../../src/html/opening-paragraph.ts';

const more = ' And so on for as long as it takes to fill the lines beside it.'.repeat(3);

function opened(html: string, style: OpeningStyle = 'dropcap', role: Role = 'chapter'): string {
  const content = fromHtml(html, { fragment: true });
  const result = unified()
    .use(rehypeStringify)
    .stringify(withOpening(content, role, style));
  return result.replace(more, '…');
}

describe('withOpening', () => {
  it('sets the first words apart, up to the end of a clause', () => {
    expect(opened(`<p>Call me Ishmael. Some${more}</p><p>Two</p>`)).toBe(
      '<p class="first dropcap"><span class="opening-words">Call me Ishmael</span>. Some…</p><p>Two</p>',
    );
    expect(opened(`<p>It was a dark and${more}</p>`, 'smallcaps')).toBe(
      '<p class="first"><span class="opening-words">It was a dark</span> and…</p>',
    );
  });

  it('keeps a quotation mark out of the initial, inside emphasis too', () => {
    expect(opened(`<p>“Élan was,${more}</p>`)).toBe(
      '<p class="first dropcap"><span class="opening-quote">“</span><span class="opening-words">Élan was</span>,…</p>',
    );
    expect(opened(`<p><em>«\u202fOui\u202f» dit-il</em>${more}</p>`)).toContain(
      '<em><span class="opening-quote">«\u202f</span><span class="opening-words">Oui',
    );
  });

  it('passes over an epigraph and the places something leads to', () => {
    expect(
      opened(`<div class="epigraph"><p>E</p></div>\n<p><span id="x"></span>Call me${more}</p>`),
    ).toContain('<p class="first dropcap"><span id="x"></span><span class="opening-words">Call me And so');
  });

  it('has no large initial where lines or capitals are lacking', () => {
    expect(opened('<p>Call me.</p>')).toBe(
      '<p class="first"><span class="opening-words">Call me</span>.</p>',
    );
    expect(opened(`<p>1914 was${more}</p>`)).toContain('class="first"');
    expect(opened(`<p>ولد في${more}</p>`)).toContain('class="first"');
  });

  it.each([
    '<div class="verse"><p>A</p></div>',
    '<ul><li>A</li></ul><p>B</p>',
    '<h2>A</h2><p>B</p>',
    '<p class="salutation">Sir</p>',
    '<p><img src="a.png">A</p>',
    '<p><code>a</code> is</p>',
    '<p><a href="#x">A</a> is</p>',
    '',
  ])('marks nothing in %s', (html) => {
    expect(opened(html)).toBe(html);
  });

  it('marks prose only, and only where asked for', () => {
    expect(opened(`<p>A b${more}</p>`, 'plain')).toBe('<p>A b…</p>');
    expect(opened(`<p>A b${more}</p>`, 'dropcap', 'glossary')).toBe('<p>A b…</p>');
    expect(opened(`<p>A b${more}</p>`, 'dropcap', 'preface')).toContain('dropcap');
  });
});
