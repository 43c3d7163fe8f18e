import { fromHtml } from 'hast-util-from-html';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { rehypeJoinMarks } from '../../src/html/rehype-join-marks.ts';

const mark = '<sup class="noteref"><a href="#n">1</a></sup>';

/** The HTML after joining, with `^` for marks, `~` for word joiners and names for other signs. */
function joined(html: string): string {
  const tree = fromHtml(html.replaceAll('^', mark), { fragment: true });
  rehypeJoinMarks()(tree);
  return unified()
    .use(rehypeStringify, { characterReferences: { useNamedReferences: true } })
    .stringify(tree)
    .replaceAll(mark, '^')
    .replaceAll('\u2060', '~')
    .replaceAll('\u00a0', '&nbsp;')
    .replaceAll('\u202f', '&nnbsp;')
    .replaceAll('<sup class="note-comma">,</sup>', '{,}');
}

describe('rehypeJoinMarks', () => {
  it.each([
    ['a word', '<p>word^, more</p>', '<p>word~^, more</p>'],
    ['a closing quotation mark', '<p>“word”^ more</p>', '<p>“word”~^ more</p>'],
    ['a dash', '<p>word—^more</p>', '<p>word—~^more</p>'],
    ['emphasis', '<p><em>word</em>^</p>', '<p><em>word</em>~^</p>'],
    ['a link', '<p><a href="#x">word</a>^</p>', '<p><a href="#x">word</a>~^</p>'],
    ['code', '<p><code>x</code>^</p>', '<p><code>x</code>~^</p>'],
    ['a picture', '<p><img>^</p>', '<p><img>~^</p>'],
    ['ruby', '<p><ruby>字<rt>じ</rt></ruby>^</p>', '<p><ruby>字<rt>じ</rt></ruby>~^</p>'],
    ['text before the element it begins', '<p>word<em>^ more</em></p>', '<p>word<em>~^ more</em></p>'],
  ])('joins a mark to %s', (_name, html, expected) => {
    expect(joined(html)).toBe(expected);
  });

  it('sets a mark off from a formula, which may end in a figure of its own', () => {
    expect(joined('<p><math><mi>x</mi></math>^</p>')).toBe('<p><math><mi>x</mi></math>&nnbsp;^</p>');
  });

  it('makes a space before a mark one that does not break', () => {
    expect(joined('<p>word ^; <em>and </em>^ <code>x</code>\n^</p>')).toBe(
      '<p>word&nbsp;^; <em>and&nbsp;</em>^ <code>x</code>&nbsp;^</p>',
    );
  });

  it('puts a raised comma between marks, in place of a space', () => {
    expect(joined('<p>word^^ ^, ^</p>')).toBe('<p>word~^{,}^{,}^,&nbsp;^</p>');
  });

  it.each([
    ['a paragraph', '<p>a</p>\n<p>^ b</p>'],
    ['a cell', '<table><tbody><tr><td>a</td><td>^</td></tr></tbody></table>'],
    ['an item', '<ul>\n<li>^ a</li>\n<li><em>^</em> b</li>\n</ul>'],
    ['a line of its own', '<p>a<br>^ b</p>'],
    ['a paragraph after one that ends with a mark', '<blockquote><p>~^</p></blockquote><p>^</p>'],
  ])('joins nothing to a mark that begins %s', (_name, html) => {
    const given = html.replace('~', '');
    expect(joined(given)).toBe(given);
  });

  it('tells text with a class from a mark', () => {
    expect(joined('<p>a <sup class="other">1</sup> b</p>')).toBe('<p>a <sup class="other">1</sup> b</p>');
  });
});
