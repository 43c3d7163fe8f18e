import { describe, expect, it } from 'vitest';
import { folderOf } from '../../../builders/folder.ts';
import { stepped, translated } from './translated.ts';

describe('Markua', () => {
  it.each([
    ['A> ## Title\nA>\nA> Words', ':::aside[Title]\n\nWords\n:::'],
    ['W> Careful\n\nText', ':::warning\nCareful\n:::\n\nText'],
    ['{id: sea}\n# The Sea', '# The Sea {#sea}'],
    ['{lang=js, title="A"}\n    x()\n\n    y()\n\nText', '**A**\n\n````js\nx()\n\ny()\n````\n\nText'],
    ['{width=60%}\n![A](a.png)', '![A](a.png){width=60%}'],
    ['{float: right, width: "35%"}\n![A](a.png)\nText.', '![A](a.png){width=35%}\n\nText.'],
    ['{blurb, class: tip}\nWords\n{/blurb}', ':::tip\nWords\n:::'],
    ['{pagebreak}', '::page-break'],
    ['An {$$}a+b{/$$} in line', 'An $a+b$ in line'],
    ['Some {braces} stay', 'Some {braces} stay'],
  ])('%s', async (typed, expected) => {
    expect(await stepped(typed, 'markua')).toBe(expected);
  });

  it('puts code in that lies in a file', async () => {
    const root = await folderOf({ 'code/a.js': 'x();\n' });
    const { text } = await translated('<<[A](code/a.js)', { steps: new Set(['markua']) }, { root });
    expect(text).toBe('**A**\n\n````js\nx();\n````');
  });
});

describe('headings', () => {
  it.each([
    ['## Sea\n{#sea .break-recto data-sect-title="A Sea"}\n\nText', '## Sea {#sea}\n\nText'],
    ['## The {sea|umi}\n{#sea}\n\nText', '## The {sea|umi} {#sea}\n\nText'],
    ['## Sea\n{not one}', '## Sea\n{not one}'],
    ['```\n## Sea\n{#sea}\n```', '```\n## Sea\n{#sea}\n```'],
  ])('may have their attributes on the line below: %s', async (typed, expected) => {
    expect(await stepped(typed, 'images')).toBe(expected);
    expect(await stepped('## Sea\n{#land}\nText', 'markua')).not.toContain('Sea {#land}');
  });
});

it.each([
  ['<iframe src="a">\n\nText', '<iframe src="a"></iframe>\n\nText'],
  ['<iframe\n src="a" />\n\nText', '<iframe\n src="a" /></iframe>\n\nText'],
  ['<video src="a"> <video src="b"></video>', '<video src="a"></video> <video src="b"></video>'],
  ['<iframe src="a">b\n</iframe>', '<iframe src="a">b\n</iframe>'],
  ['`<iframe>` and\n\n```\n<iframe>\n```', '`<iframe>` and\n\n```\n<iframe>\n```'],
])('elements that nothing ends take no text with them: %j', async (typed, expected) => {
  expect(await stepped(typed, 'formulas')).toBe(expected);
});

it.each([
  ["import A from '@theme/A';\n\nText", 'Text'],
  ["<A\n  item={{\n    a: \"}\", b: 'Don\\'t <b>',\n  }}\n/> Text", 'Text'],
  ['<Tabs>\n  <TabItem value="a" label="One">\n\nText\n\n  </TabItem>\n</Tabs>', '**One**\n\nText'],
  ['{/* a\nb */}Text <>more</>', 'Text more'],
  [
    '<div style={{ color: "red" }} className="a"\n  onClick={() => a > b}>Text</div>',
    '<div class="a">\nText</div>',
  ],
  ['`<A b={1}/>` and\n\n```jsx\n<A b={1}/>\n```', '`<A b={1}/>` and\n\n```jsx\n<A b={1}/>\n```'],
  ['1 < A and <A', '1 < A and <A'],
])('of MDX stays what is no program: %j', async (typed, expected) => {
  expect((await stepped(typed, 'mdx')).replace(/[ \t]+$/gm, '').replace(/\n{3,}/g, '\n\n')).toBe(expected);
});

it('MyST has directives between colons with code in their titles', async () => {
  const typed = ':::{warning} `a` is\n\n```c\nb\n```\n\n:::\n\nText';
  expect(await stepped(typed, 'myst-blocks')).toBe(':::warning[`a` is]\n\n```c\nb\n```\n\n:::\n\nText');
});

it('MyST numbers theorems, and refers to them by their labels alone', async () => {
  const typed =
    '```{prf:theorem} Ebb\n:label: thm-ebb\nA\n```\n\n```{prf:proof}\nB\n```\n\n```{prf:theorem}\n:nonumber:\nC\n```\n\nAs @thm-ebb, [](#thm-ebb), [](sea.md) and `@thm-ebb` say to a@thm-ebb, @other.';
  const made = await stepped(typed, 'myst-blocks', 'myst-roles');
  expect(made).toContain(':::aside[Theorem 1 (Ebb)]{#thm-ebb}');
  expect(made).toContain(':::aside[Proof]\n');
  expect(made).toContain(':::aside[Theorem]\n');
  expect(made).toContain(
    'As [Theorem 1](#thm-ebb), [Theorem 1](#thm-ebb), :ref[sea.md] and `@thm-ebb` say to a@thm-ebb, @other.',
  );
});

it.each([
  ['> [!EXAMPLE]\n> Text', '> [!EXAMPLE] Example\n> Text'],
  ['> [!edition-2024]-\n> Text', '> [!edition-2024]- Edition 2024\n> Text'],
  ['> [!faq] Why?\n> Text', '> [!faq] Why?\n> Text'],
  ['> [!NOTE]\n> Text', '> [!NOTE]\n> Text'],
  ['```\n> [!EXAMPLE]\n```', '```\n> [!EXAMPLE]\n```'],
])('callouts of any kind have it for a title, where they have none: %j', async (typed, expected) => {
  expect(await stepped(typed, 'images')).toBe(expected);
});

describe('templates', () => {
  const steps = new Set(['templates', 'code-imports'] as const);

  it.each([
    ['{% hint style="warning" %}\nA\n{% endhint %}', ':::warning\nA\n:::'],
    ['{{ book.name }} and {{ other }}', 'Tides and '],
    ['{% code title="a.js" %}\n```js\n{{ x }}\n```\n{% endcode %}', '**a.js**\n\n```js\n{{ x }}\n```'],
    ['*{{ other }}* **{{ book.name }}** _{{ "x" }}_', '**Tides** _x_'],
    ['{% raw %}{{ book.name }}{% endraw %}', '{{ book.name }}'],
    ['{% embed url="https://example.org/" %}', '<https://example.org/>'],
    ['{% file src="a/The plan.pdf" %}\nPlan\n{% endfile %}', '[The plan.pdf](<a/The plan.pdf>)\n\nPlan'],
    ['{% code overflow="wrap" %}\n```\nx\n```\n{% endcode %}', '```\nx\n```'],
  ])('%s', async (typed, expected) => {
    const variables = new Map([['book.name', 'Tides']]);
    const { text } = await translated(typed, { steps, variables });
    expect(text.replace(/\n{3,}/g, '\n\n').trim()).toBe(expected.trim());
  });

  it('that cannot be run are told of', async () => {
    const { messages } = await translated('{% exercise %}\nA', { steps });
    expect(messages).toEqual(['1 A tag of a template is left out: {% exercise %}']);
  });

  it('put texts and code in', async () => {
    const root = await folderOf({ 'a/b.md': 'Within.\n', 'c.js': 'x;\ny;\n' });
    const { text } = await translated('{% include "./a/b.md" %}\n[import:1-1](c.js)', { steps }, { root });
    expect(text.trim()).toBe('Within.\n\n```js\nx;\n```');
  });
});

describe('MyST', () => {
  const steps = ['myst-blocks', 'references', 'myst-roles', 'formulas'] as const;
  it.each([
    ['```{note}\nA\n```', ':::note\nA\n:::'],
    [':::{admonition} Title\n:class: tip\nA\n:::', ':::note[Title]\nA\n:::'],
    [
      '```{figure} a.png\n:name: sea\n:width: 50%\n\nA sea\n```',
      ':::figure{#sea}\n![A sea](<a.png>){width=50%}\n\nA sea\n:::',
    ],
    ['```{code-cell} ipython3\n:tags: [x]\nprint(1)\n```', '````python\nprint(1)\n````'],
    ['(sea)=\n## The Sea\n\n{ref}`sea`, {ref}`words <sea>`', '## The Sea {#sea}\n\n:Ref[sea], [words](#sea)'],
    ['{math}`a`, {cite}`key`, {kbd}`A`', '$a$, [@key], :kbd[A]'],
    ['```{math}\n:label: eq\na\n```\n\n{eq}`eq`', '<a id="eq"></a>\n\n$$\na \\tag{1}\n$$\n\n[(1)](#eq)'],
    [
      '```{list-table}\n:header-rows: 1\n* - a\n  - b\n* - 1\n  - 2\n```',
      '| a | b |\n| --- | --- |\n| 1 | 2 |',
    ],
    ['```{toctree}\na\n```\n\nB', 'B'],
    ['{doc}`other`', ':ref[other.md]'],
  ])('%s', async (typed, expected) => {
    expect(await stepped(typed, ...steps)).toBe(expected);
  });
});

it.each([
  ['[[Sea]] and [[Sea#The Deep|words]]', '[Sea](<notes/Sea.md>) and [words](<notes/Sea.md#the-deep>)'],
  ['![[gull.png|300]]', '![](<img/gull.png>){width=300px}'],
  ['[[Nowhere]] %%hidden%%', 'Nowhere '],
  ['`[[Sea]]`', '`[[Sea]]`'],
])('Obsidian: %s', async (typed, expected) => {
  const files = ['img/gull.png', 'notes/Sea.md'];
  const { text } = await translated(typed, { steps: new Set(['wiki-links']), files });
  expect(text).toBe(expected);
});

describe('notes of Obsidian shown in others', () => {
  const notes = {
    'notes/Sea.md':
      '---\ntags: x\n---\n# The Sea\n\nWide.[^1] ![](gull.png) [deep](#the-deep)\n\n## The Deep\n\nDark. ^dark\n\n- one\n- two ^two\n\n[^1]: A note.\n',
    'Tide.md': '![[Sea#The Deep]]\n',
    'Round.md': 'Round\n\n![[one]]\n\n![[Round]]\n',
    'Twice.md': '![[Wide]]\n'.repeat(9),
    'Wide.md': 'word\n'.repeat(2900),
    'one.md': '',
  };
  const files = [...Object.keys(notes), 'notes/gull.png'];
  it.each([
    [
      '## Here\n![[Sea]]\n[^1]: Mine.',
      '## Here\n\n### The Sea\n\nWide.[^sea-1-1] ![](<notes/gull.png>) [deep](<notes/Sea.md#the-deep>)\n\n#### The Deep\n\nDark.\n\n- one\n- two\n\n[^sea-1-1]: A note.\n\n[^1]: Mine.',
    ],
    ['![[Tide]]', '## The Deep\n\nDark.\n\n- one\n- two\n\n[^sea-2-1]: A note.'],
    ['![[Sea#^dark]]', 'Dark.'],
    ['![[Sea#^two]]', '- two'],
    ['![[Round]]', 'Round\n\n[one](<one.md>)\n\n[Round](<Round.md>)'],
    ['In ![[Sea]] words', 'In [Sea](<notes/Sea.md>) words'],
    ['```\n![[Sea]]\n```', '```\n![[Sea]]\n```'],
    ['![[Sea#None]]', '[Sea](<notes/Sea.md#none>)'],
  ])('%s', async (typed, expected) => {
    const root = await folderOf(notes);
    const { text } = await translated(
      typed,
      { steps: new Set(['note-embeds', 'wiki-links']), files },
      { root },
    );
    expect(text.replace(/\n{3,}/g, '\n\n').trim()).toBe(expected);
  });

  it('takes no more than a text may have', async () => {
    const root = await folderOf(notes);
    const { text } = await translated(
      '![[Twice]]',
      { steps: new Set(['note-embeds', 'wiki-links']), files },
      { root },
    );
    expect(text.match(/word/g)).toHaveLength(6 * 2900);
    expect(text.match(/\[Wide\]/g)).toHaveLength(3);
  });
});

it.each([
  ['```js:a.js\nx\n```', '`a.js`\n\n```js\nx\n```'],
  ['```js title="a b.js"\nx\n```', '`a b.js`\n\n```js\nx\n```'],
  ['```js\nx\n```', '```js\nx\n```'],
])('the name of code: %s', async (typed, expected) => {
  expect(await stepped(typed, 'code-titles')).toBe(expected);
});

it('shortcodes of Quarto', async () => {
  const root = await folderOf({ '_a.qmd': '---\ntitle: x\n---\nWithin.\n', 'b/c.md': '' });
  const { text, messages } = await translated(
    '{{< include _a.qmd >}}\n{{< var name >}} {{< fa star >}}\n{{< video a >}}',
    { steps: new Set(['shortcodes']), variables: new Map([['var.name', 'Tides']]) },
    { root },
  );
  expect(text.trim()).toBe('Within.\n\nTides');
  expect(messages).toEqual(['3 A tag of a template is left out: {{< video a >}}']);
});

it('makes notes of what converters of Word leave of them', async () => {
  const typed = `A.[[1\\]](#_ftn1) B [2](#_ftn2) and \`[[1\\]](#_ftn1)\`, C.[[3\\]](#_ftn3)

------

[[1\\]](#_ftnref1) One.

More of one.

[2](#_ftnref2) Two.[[4\\]](#_edn4)

## Then

Text.`;
  expect(await stepped(typed, 'images'))
    .toBe(`A.[^word-ftn1] B [^word-ftn2] and \`[[1\\]](#_ftn1)\`, C.[[3\\]](#_ftn3)

------

[^word-ftn1]: One.

    More of one.

[^word-ftn2]: Two.[[4\\]](#_edn4)

## Then

Text.`);
});

it.each([
  [
    'A list{i: "lists!flat"} and {i: std::list} more',
    'A list:index[]{term="lists > flat"} and:index[]{term="std::list"} more',
  ],
  ['forward{i: forward\\_list}, `{i: a}`', 'forward:index[]{term="forward_list"}, `{i: a}`'],
])('marks words for the index as Markua does: %s', async (typed, expected) => {
  expect(await stepped(typed, 'markua-index', 'markua')).toBe(expected);
});

describe('breaks of lines', () => {
  it.each([
    ['A line\\\n\nAnother', 'A line\n\nAnother'],
    ['- One\\\n- Two\\', '- One\n- Two'],
    ['A line\\\ngoes on', 'A line\\\ngoes on'],
    ['A path C:\\\\\n\nText', 'A path C:\\\\\n\nText'],
    ['```\nmake \\\n\nall\n```', '```\nmake \\\n\nall\n```'],
  ])('%j', async (typed, expected) => {
    expect(await stepped(typed, 'emoji')).toBe(expected);
  });
});
