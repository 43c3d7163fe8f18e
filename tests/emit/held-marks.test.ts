import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { SKIP, visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { withHeldMarks } from '../../src/emit/held-marks.ts';
import { toXhtml } from '../../src/emit/xhtml.ts';

/** HTML in which [1] is a mark, ~ a text of U+2060 alone and {} a span that holds; and so is what comes out. */
function held(html: string): string {
  const marked = html.replaceAll(/\[(.+?)\]/g, '<sup class="noteref"><a>$1</a></sup>');
  const tree = fromHtml(marked.replaceAll('~', '<!---->\u2060<!---->'), { fragment: true });
  return toXhtml(withHeldMarks(removeComments(tree)))
    .replaceAll(/<sup class="noteref"><a>(.+?)<\/a><\/sup>/g, '[$1]')
    .replaceAll('\u2060', '~')
    .replaceAll(/<span class="held-mark">(.*?)<\/span>/g, '{$1}');
}

function removeComments(tree: Root): Root {
  visit(tree, 'comment', (_, at, parent) => {
    parent?.children.splice(at ?? 0, 1);
    return [SKIP, at ?? 0];
  });
  return tree;
}

test.each([
  ['a word', '<p>word~[1], and</p>', '<p>word[1], and</p>'],
  ['a stop, a quotation mark', '<p>word.~[1] “It.”~[2]</p>', '<p>word.[1] “It.”[2]</p>'],
  ['an element', '<p><em>Word</em>~[1]</p>', '<p><em>Word</em>[1]</p>'],
  ['a word within an element', '<p><em>word~[1]</em></p>', '<p><em>word[1]</em></p>'],
])('a mark behind %s needs nothing to be held', (_, html, expected) => {
  expect(held(html)).toBe(expected);
});

test.each([
  ['an exclamation mark', '<p>Oh!~[1] No</p>', '<p>Oh{![1]} No</p>'],
  ['a dash', '<p>this—~[1]</p>', '<p>this{—[1]}</p>'],
  ['an ideograph', '<p>漢字~[1]</p>', '<p>漢{字[1]}</p>'],
  ['an accented kana', '<p>カ\u3099~[1]</p>', '<p>{カ\u3099[1]}</p>'],
  ['a sign, since one may stand behind a stop', '<p>End.~[†]</p>', '<p>End{.[†]}</p>'],
  ['a sign beyond the plane', '<p>a😀~[1]</p>', '<p>a{😀[1]}</p>'],
  ['a picture', '<p><img src="a.png">~[1]</p>', '<p>{<img src="a.png"/>[1]}</p>'],
])('behind %s it is held by style', (_, html, expected) => {
  expect(held(html)).toBe(expected);
});

test.each([
  ['emphasis', '<p><em>Oh!</em>~[1]</p>', '<p><em>Oh</em>{<em>!</em>[1]}</p>'],
  ['emphasis of one character', '<p>A <b>!</b>~[1]</p>', '<p>A {<b>!</b>[1]}</p>'],
  [
    'emphasis in emphasis',
    '<p><i id="a">So <b>it—</b></i>~[1]</p>',
    '<p><i id="a">So <b>it</b></i>{<i><b>—</b></i>[1]}</p>',
  ],
  ['a short link', '<p><a href="b">Oh!</a>~[1]</p>', '<p>{<a href="b">Oh!</a>[1]}</p>'],
  [
    'short code in emphasis',
    '<p><em>Go <code>a!</code></em>~[1]</p>',
    '<p><em>Go </em>{<em><code>a!</code></em>[1]}</p>',
  ],
])(
  '%s is divided where a line may end behind it, if it can be, or stands with its mark',
  (_, html, expected) => {
    expect(held(html)).toBe(expected);
  },
);

test('what the author joined stays, and so does the joiner behind what can neither be divided nor kept on a line', () => {
  expect(held('<p>a\u2060b</p>')).toBe('<p>a~b</p>');
  expect(held('<p><code>a = b!</code>~[1]</p>')).toBe('<p><code>a = b!</code>~[1]</p>');
  expect(held('<p><em>So, oh!<a id="x"></a></em>~[1]</p>')).toBe('<p><em>So, oh!<a id="x"></a></em>~[1]</p>');
});
