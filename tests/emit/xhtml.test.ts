import { fromHtml } from 'hast-util-from-html';
import type { Root } from 'hast';
import { describe, expect, it } from 'vitest';
import { toXhtml } from '../../src/emit/xhtml.ts';

function convert(html: string): string {
  return toXhtml(fromHtml(html, { fragment: true }));
}

describe('toXhtml', () => {
  it('closes only void elements by themselves', () => {
    expect(convert('<p></p><td></td><br><img src="a.png" alt=""><span></span>')).toBe(
      '<p></p><br/><img src="a.png" alt=""/><span></span>',
    );
  });

  it('writes attributes without a value and those that a filter would take', () => {
    expect(convert('<ol start="3" reversed><li value="4" data-x="1" epub:type="z">a</li></ol>')).toBe(
      '<ol start="3" reversed=""><li value="4" data-x="1" epub:type="z">a</li></ol>',
    );
  });

  it('puts formulas in their namespace and HTML within them back in its own', () => {
    expect(convert('<math display="block"><mi>x</mi><mspace></mspace><mtext>a</mtext></math>')).toBe(
      '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mi>x</mi><mspace/><mtext>a</mtext></math>',
    );
    expect(convert('<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>')).toBe(
      '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>',
    );
  });

  it('says a language for XML and HTML', () => {
    expect(convert('<span lang="de">Welt</span>')).toBe('<span lang="de" xml:lang="de">Welt</span>');
  });

  it('escapes text and attributes, line ends in attributes among them', () => {
    const tree: Root = {
      type: 'root',
      children: [
        {
          type: 'element',
          tagName: 'p',
          properties: { title: 'a "b" <c>\n& d' },
          children: [{ type: 'text', value: '<b> & ]]> "q"\n' }],
        },
      ],
    };
    expect(toXhtml(tree)).toBe(
      '<p title="a &quot;b&quot; &lt;c&gt;&#10;&amp; d">&lt;b&gt; &amp; ]]&gt; "q"\n</p>',
    );
  });

  it('leaves out comments and what XML cannot hold', () => {
    const tree: Root = {
      type: 'root',
      children: [
        { type: 'comment', value: ' -- ' },
        { type: 'text', value: 'a\u0000\u001B\uFFFF\uD834b\u{1D11E}\t' },
      ],
    };
    expect(toXhtml(tree)).toBe('ab\u{1D11E}\t');
  });
});
