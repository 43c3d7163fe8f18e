import { describe, expect, it } from 'vitest';
import { folderOf } from '../../../builders/folder.ts';
import { stepped, translated } from './translated.ts';

describe('admonitions of MkDocs', () => {
  it.each([
    ['!!! note\n    Words\n\n    More\n\nText', ':::note\nWords\n\nMore\n:::\n\nText'],
    ['!!! danger "Mind the gap"\n    Words', ':::caution[Mind the gap]\nWords\n:::'],
    ['!!! note ""\n    Words', ':::note\nWords\n:::'],
    ['??? example "More"\n    Words', ':::note[More]\nWords\n:::'],
    ['???+ tip inline end "More"\n    Words', ':::tip[More]\nWords\n:::'],
    ['!!! recipe\n    Words', ':::note[Recipe]\nWords\n:::'],
    ['!!! note\n    A\n\n    !!! tip\n        B', ':::note\nA\n\n:::tip\nB\n:::\n\n:::'],
    ['- A\n\n    !!! note\n        B', '- A\n\n    :::note\n    B\n    :::'],
    [
      '=== "Bash"\n\n    ```sh\n    ls\n    ```\n\n=== "Fish"\n    B',
      '**Bash**\n\n```sh\nls\n```\n\n**Fish**\n\nB',
    ],
    ['```\n!!! note\n    Words\n```', '```\n!!! note\n    Words\n```'],
    ['Stop!!! note this', 'Stop!!! note this'],
  ])('%s', async (typed, expected) => {
    expect(await stepped(typed, 'admonitions', 'div-fences')).toBe(
      (await stepped(expected, 'div-fences')).replace(/\n{3,}/g, '\n\n'),
    );
  });

  it('put snippets in', async () => {
    const root = await folderOf({
      'docs/a.md': '# --8<-- [start:one]\nOne.\n# --8<-- [end:one]\nTwo.\n',
    });
    const typed = '--8<-- "a.md:one"\n\n--8<-- "docs/a.md"\n\n--8<-- "b.md"';
    const dialect = { steps: new Set(['admonitions'] as const), imageFolders: ['docs'] };
    const { text, messages } = await translated(typed, dialect, { root });
    expect(text.trim()).toBe('One.\n\nOne.\nTwo.');
    expect(messages).toEqual(['5 An included file does not exist in the folder, or has no such part: b.md']);
  });

  it('leave out what is made of code', async () => {
    const { text, messages } = await translated('A\n\n::: tides.sea.Wave\n    options:\n      x: 1\n\nB', {
      steps: new Set(['admonitions']),
    });
    expect(text).not.toContain(':::');
    expect(messages).toEqual(['3 A tag of a template is left out: ::: tides.sea.Wave']);
  });
});

describe('kramdown', () => {
  it.each([
    ['Words\nmore\n{:.box}\n\nText', ':::aside\nWords\nmore\n:::\n\nText'],
    ['> Words\n{: .pullquote }', ':::quote\n> Words\n:::'],
    ['Line one  \nline two\n{:.verse}', ':::verse\nLine one\nline two\n:::'],
    ['Words\n{:.indent-2}', 'Words'],
    ['# The Sea\n{: #sea .wide}', '# The Sea {#sea}'],
    ['![A](a.png)\n{: width="40%"}', '![A](a.png){width=40%}'],
    ['![A](a.png){: width="40%" .left} more', '![A](a.png){width=40%} more'],
    ['[words](a.md){:target="_blank"} and *more*{:.red}', '[words](a.md) and *more*'],
    ['`{:.box}` stays', '`{:.box}` stays'],
    ['* toc\n{:toc}\n\nText', 'Text'],
    ['{::comment}\nNothing\n{:/comment}\n\nText', 'Text'],
    ['{::nomarkdown}\nText\n{:/}', 'Text'],
    ['<div class="note" markdown="1">\n\nWords\n\n</div>', ':::note\n\nWords\n\n:::'],
    ['<div markdown="1">\n<div>\nWords\n</div>\n</div>', '<div>\nWords\n</div>'],
    ['<aside markdown="block">\nWords\n</aside>', ':::aside\nWords\n:::'],
    ['<td markdown="span">A</td>', '<td>A</td>'],
    ['Words {#here .wide}', '<a id="here"></a>Words'],
    ['A set {a, b}\n\n{not attributes at all}', 'A set {a, b}\n\n{not attributes at all}'],
  ])('%s', async (typed, expected) => {
    expect(await stepped(typed, 'kramdown')).toBe(expected);
  });

  it('gives a paragraph an id that links find', async () => {
    expect(await stepped('Words\n{: #here}', 'kramdown')).toBe('<a id="here"></a>\n\nWords');
  });
});

describe('Jekyll', () => {
  it('draws the line below the head of a table through all columns', async () => {
    expect(await stepped('| a | b |\n|-\n| 1 | 2 |\n|-\n| 3 | 4 |', 'kramdown')).toBe(
      '| a | b |\n|---|---|\n| 1 | 2 |\n|-\n| 3 | 4 |',
    );
  });

  it.each([
    ['{% include image file="a.jpg" alt="A sea" %}', '![A sea](<a.jpg>)'],
    [
      '{% include figure\n   image="a.jpg"\n   caption="A \'sea\'."\n   alt-text="Waves"\n   reference="Figure 1"\n%}',
      ":::figure{.unnumbered}\n![Waves](<a.jpg>)\n\n**Figure 1** A 'sea'.\n:::",
    ],
    [
      '{% include video.html id="x1" host="youtube" title="Waves" %}',
      '[Waves](https://www.youtube.com/watch?v=x1)',
    ],
    ['{% include tip.html content="Mind." %}', ':::tip\nMind.\n:::'],
    ['{% highlight ruby linenos %}\nputs 1\n{% endhighlight %}', '````ruby\nputs 1\n````'],
    ['{% include toc %}', ''],
    ['{% include unknown.html %}', '{% include unknown.html %}'],
    ['```\n{% include toc %}\n```', '```\n{% include toc %}\n```'],
  ])('%s', async (typed, expected) => {
    expect(await stepped(typed, 'liquid')).toBe(expected);
  });
});

describe('Quire', () => {
  const figures = new Map([
    ['sea', { source: 'figures/sea.jpg', alt: 'Waves', caption: '**Fig. 1.** The sea.' }],
    ['1.2', { caption: '**Fig. 2** A film.' }],
    ['bare', { source: 'figures/bare.jpg' }],
  ]);

  it.each([
    [
      "{% figure 'sea' %}",
      ':::figure{#sea .unnumbered}\n![Waves](<figures/sea.jpg>)\n\n**Fig. 1.** The sea.\n:::',
    ],
    ['{{< q-figure id="bare" >}}', '![](<figures/bare.jpg>)'],
    ["{% figure '1.2' %}", ':::note\n**Fig. 2** A film.\n:::'],
    [
      "{% figuregroup '2' 'bare, sea' %}",
      '![](<figures/bare.jpg>)\n\n:::figure{#sea .unnumbered}\n![Waves](<figures/sea.jpg>)\n\n**Fig. 1.** The sea.\n:::',
    ],
    ["See {% figureref 'sea' %}.", 'See [Fig. 1](#sea).'],
    ["{% cite 'Reef 1990' '12' %}", 'Reef 1990, 12'],
    ['{{< q-note "A note" >}}', '^[A note]'],
    ['{% backmatter %}\n{% bibliography %}\n{% endbackmatter %}', ''],
    ['{{< q-class "wide" >}}\nWords\n{{< /q-class >}}', 'Words'],
  ])('%s', async (typed, expected) => {
    const { text } = await translated(typed, { steps: new Set(['quire-tags']), figures });
    expect(text.replace(/\n{3,}/g, '\n\n').trim()).toBe(expected);
  });

  it('tells of what is not known', async () => {
    const { messages } = await translated('{{< q-map id="x" >}}', {
      steps: new Set(['quire-tags']),
      figures,
    });
    expect(messages).toEqual(['1 A tag of a template is left out: {{< q-map id="x" >}}']);
  });
});

it.each([
  ['Done :tada: and :+1:', 'Done 🎉 and 👍'],
  ['At 10:30:00, a:b:c', 'At 10:30:00, a:b:c'],
  ['`:tada:` and :no_such_thing:', '`:tada:` and :no_such_thing:'],
  [':kbd[A] and :sup[2]', ':kbd[A] and :sup[2]'],
])('emoji: %s', async (typed, expected) => {
  expect(await stepped(typed, 'emoji')).toBe(expected);
});

describe('texts of any program', () => {
  it.each([
    ['[^1]:\n  The note.', '[^1]: The note.'],
    ['## Two {#two .wide data-x="y"}', '## Two {#two}'],
    ['## Two {.unnumbered .wide}', '## Two {.unnumbered}'],
    ['## Two {.wide}', '## Two'],
    [
      '## Two {#sec:two}\n\n[there](#sec:two), `[x](#sec:two)`',
      '## Two {#sec-two}\n\n[there](#sec-two), `[x](#sec:two)`',
    ],
    ['## Sets {a, b}', '## Sets {a, b}'],
    ['## A [word]{.mark}', '## A [word]{.mark}'],
  ])('%s', async (typed, expected) => {
    expect(await stepped(typed)).toBe(expected);
  });

  it('have links to the pages of a site lead to their texts', async () => {
    const root = await folderOf({
      'docs/a/one.md': 'x',
      'docs/b/index.md': 'x',
      '_chapters/02-two.md': 'x',
    });
    const typed =
      '[1](one.html#x) [2](/b/) [3](/chapters/two/ "T") [4](https://example.org/one.html) [5](one.md) [6](/no/) `[7](one.html)`\n\n[8]: one\n[^9]: one';
    const { text } = await translated(
      typed,
      {
        steps: new Set(['site-links']),
        siteFolders: ['docs'],
        pages: new Map([['/chapters/two', '_chapters/02-two.md']]),
      },
      { root, path: 'docs/a/zero.md' },
    );
    expect(text).toBe(
      '[1](<one.md#x>) [2](<../b/index.md>) [3](<../../_chapters/02-two.md> "T") [4](https://example.org/one.html) [5](one.md) [6](/no/) `[7](one.html)`\n\n[8]: <one.md>\n[^9]: one',
    );
  });

  it('lose films and drawings that no edition can carry', async () => {
    const root = await folderOf({ 'a.webm': 'no film' });
    const typed =
      'A\n\n<video controls>\n<source src="a.webm">\nWords instead.\n</video>\n\n<svg viewBox="0 0 1 1"><use href="#lost"/></svg>\n\n<svg viewBox="0 0 1 1"><title>B</title><path d="M0 0h1"/></svg>';
    const { text, messages } = await translated(typed, { steps: new Set(['images']) }, { root });
    expect(text.replace(/\n{2,}/g, '\n')).toBe(
      'A\nWords instead.\n<svg viewBox="0 0 1 1"><title>B</title><path d="M0 0h1"/></svg>',
    );
    expect(messages).toEqual([
      '3 2 films, recordings and drawings are of a kind that no edition can carry, and are left out: <video>; next one.md:8:1',
    ]);
  });
});
