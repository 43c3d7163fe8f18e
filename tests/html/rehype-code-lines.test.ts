import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { rehypeCodeLines } from '../../src/html/rehype-code-lines.ts';
import { htmlOf } from './convert.ts';

function divided(html: string): string {
  const tree: Root = fromHtml(html, { fragment: true });
  rehypeCodeLines()(tree);
  return unified().use(rehypeStringify).stringify(tree);
}

describe('rehypeCodeLines', () => {
  it('divides tokens that go over several lines, and keeps every character', () => {
    const { html } = htmlOf('```js\n/* a\n\n   b */ c\n```');
    expect(html).toBe(
      '<pre><code class="language-js hljs"><span class="code-line"><span class="hljs-comment">/* a\n</span></span>' +
        '<span class="code-line"><span class="hljs-comment">\n</span></span>' +
        '<span class="code-line"><span class="hljs-comment">   b */</span> c\n</span></code></pre>',
    );
  });

  it('numbers lines from where the author says, and stresses some', () => {
    expect(divided('<pre><code data-numbers="9" data-lines="1 3">a\nb\nc</code></pre>')).toBe(
      '<pre class="numbered"><code><span class="code-line stressed" data-line="9">a\n</span>' +
        '<span class="code-line" data-line="10">b\n</span>' +
        '<span class="code-line stressed" data-line="11">c</span></code></pre>',
    );
  });

  it('gives an id once, and leaves code in the running text alone', () => {
    expect(divided('<pre><code><a id="x">a\nb</a></code></pre>').match(/id="/g)).toHaveLength(1);
    expect(divided('<p><code>a\nb</code></p>')).toBe('<p><code>a\nb</code></p>');
  });
});
