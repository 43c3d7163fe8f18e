import { describe, expect, it } from 'vitest';
import { codeKinds, openCode, openFence } from '../../../src/markdown/unread/unread-code.ts';
import { unreadKinds } from '../../../src/markdown/unread/unread-kinds.ts';
import { parseText } from '../tree.ts';

/** Of each kind texts that are told of; a kind without any fails below. */
const told: Readonly<Record<string, ReadonlyArray<string>>> = {
  fence: ['Text.\n\n:::\n\nMore.', '::: some words\ntext'],
  'toml-front-matter': ['+++\ntitle = "Two"\n+++\n\nText.'],
  'special-blank': ['##\u00A0Two', '-\u00A0One', '1.\u00A0One'],
  'deep-heading': ['####### Seven'],
  'idle-break': ['A line\\'],
  'tight-list': ['Text.\n\n-One\n-Two\n-Three'],
  'tight-stars': ['*One\n*Two'],
  'tight-numbers': ['1.One\n2.Two'],
  'late-numbers': ['The items:\n2. One\n3. Two'],
  bullets: ['• One\n• Two', '•One\n•Two'],
  'open-emphasis': ['Some _text that never ends.', '“_Go at once,” she said.'],
  'open-star': ['Some *text that never ends.', 'She said: *Go at once, and went.'],
  'half-strong': ['Some **words* here.'],
  'open-comment': ['Some <!-- words and more.'],
  'directive-in-parentheses': ['In :lang(Die Welt){de} it stood.', 'See :ref(two).'],
  'grid-table': ['+---+---+\n| a | b |\n+===+===+'],
  'table-row': ['| a | b |\n| c | d |'],
  'table-caption': [
    '| a |\n|---|\n| b |\n\n: Reports by year',
    '| a |\n|---|\n| b |\n\nTable: Reports by year',
  ],
  'line-block': ['| The limerick packs laughs anatomical\n| In space that is quite economical.'],
  'parted-web-link': ['[x] (https://a.org/b)'],
  'reversed-web-link': ['See (the site)[https://example.org] for more.', '(a)[http://b.c/d?e=f]'],
  'tabbed-table': ['a\tb\tc\n1\t2\t3'],
  critic: ['A {++new++} word.', 'An {--old--} word.', 'So {>>says who?<<}.', 'The {==words==}{>>why<<}.'],
  'to-be-written': ['In TKTK he went.', 'The mayor [TK: name] said.', 'TODO: the ending.'],
  bbcode: ['A [b]bold[/b] word.', '[size=2]A[/size]'],
  'wrong-encoding': ['In a cafÃ©.', 'He said â€œNoâ€\u009D and left.', 'It donâ€™t matter.'],
  'reversed-link': ['(x)[02.md]', '!(x)[a.png]', 'See (the map)[images/map.png].'],
  'open-link': ['[x](https://a.org and more.', 'See [two](02.md and more'],
  heading: ['##Two', 'Text.\n\n###**Three**'],
  'mkdocs-admonition': ['!!! note\n    Text', '!!! warning "Title"'],
  'rst-directive': ['.. note:: Text'],
  'markua-aside': ['A> An aside.', 'W> ## Warning\nW> Text'],
  'module-import': ["import Tabs from '@theme/Tabs';"],
  'myst-target': ['(my-target)=\n\nText'],
  'wiki-embed': ['![[a.png]]', 'Text ![[a.png|300]] more'],
  'wiki-link': ['[[two]]', 'See [[two#head|the other]].'],
  'obsidian-comment': ['Text %%hidden%% more'],
  image: ['![A (sea](images/a sea)'],
  link: ['[words](https://a.org/a b)', '[here](./my file)'],
  'myst-role': ['See {doc}`intro`.', 'A :ref:`target`.'],
  'inline-note': ['A note.^[It is [never closed.', 'A^[note\n\nAnother ] paragraph.'],
  'single-tilde': ['This is ~struck out~ here.', '~so~, he said'],
  'liquid-tag': ["{% figure 'fig-1' %}", 'a {% hint style="info" %} b'],
  'template-value': ['{{ book.title }}', '{{#include ../x.rs}}', '{{< video a.mp4 >}}'],
  'markua-maths': ['{$$}x^2{/$$}'],
  'bookdown-reference': ['See \\@ref(fig:one).'],
  'quarto-reference': ['See @fig-one and @sec-intro.'],
  citation: ['As said [@smith2019, p. 4].', '[see @a; @b]'],
  'latex-block': ['\\begin{equation}\nx\n\\end{equation}'],
  'latex-maths': ['\\[ x^2 \\]', 'a \\(x_1\\) b', '\\[x = y\\]'],
  'latex-command': ['\\textbf{bold}', 'a \\cite[p. 3]{smith} b', 'Text.\n\n\\newpage Text'],
  'kramdown-attributes': ['Text\n{:.box}'],
  attributes: ['[word]{.smallcaps}', 'a{#b .c}', 'x{lang=de}'],
  'markua-attributes': ['Text\n{pagebreak}', '{blurb, icon: car}\nText\n{/blurb}'],
  'emoji-name': ['A :smile: here'],
  entity: ['a&nbsp b'],
  strong: ['a ** b** c', 'word**(more)**word'],
  'open-strong': ['This is **bold without an end.', '**Note: all of it\n\nMore'],
  'parted-link': ['![A dot] (images/dot.png)', 'See [two] (02-two.md).'],
  'open-reference': ['See [two][tw].', '![A dot][dot]\n\n[dott]: dot.png'],
  alert: ['> [!abstract]\n> Text', '[!NOTE] Text'],
  'open-fence': [':::tip\nText.\n\nMore.', '::::note\nText\n\n:::tip\nText\n:::'],
  'open-code': ['```js\nlet a = 1;\n\nText.', '~~~\ntext\n```', '> ````\n> text\n> ```'],
  'directive-fence': ['```{note}\nText\n```'],
  'executable-fence': ['```{r, echo=FALSE}\nx <- 1\n```', '```{python}\n1\n```', '```{=html}\n<b>\n```'],
  'cell-option': ['```python\n#| label: fig-one\n1\n```'],
  'code-include': ['```rust\n{{#rustdoc_include ../x.rs:here}}\n```'],
  'indented-prose': [
    '\tThe first line of this paragraph was indented with a tab, as in a typescript.',
    '\t“Go,” she said.\n\n\t“No,” he said.',
    '    ## Two',
    '    “It was four blanks this time,” he said, and went home to his wife.',
  ],
};

/** Texts that are nobody's markup. */
const prose = [
  'He was born in [Paris] (see below), and [sic] died there.',
  'At 12:30 or 3:45 the ratio is 3:1:2; see a:b:c.',
  'Write to me@example.org or see https://example.org/a{b}c.',
  'A AMANHÃ “é” de São João, MAÇÃ… e IRMÃ» — 5 â € [a] of [/b] and f(x)[i].',
  'TODO EL MUNDO, T. K. Smith, the set {--} and {a == b} and a\tb.',
  'The set {1, 2} or {a | a > 0} is not empty, {sic}.',
  '5 ** 3 and 2**3 are powers; a footnote**',
  'The cell a[0][1], the notes.[1][2] and the interval ]0, 1[ are none.',
  '> ```\n> code\n> ```\n\n- ~~~~\n  code\n  ~~~~',
  'C:\\temp and \\n stay; so does AT&T.',
  '- a > b\n- c | d',
  '| a | b |\n|---|---|\n| c | d |',
  'The root is *wódr̥, as in *h₂ep and *dʰéǵʰōm, they say.',
  'Words and more.*\n\n*This is a note below.',
  'Five * three and 5*x are **strong** and *words* here.*',
  '\\[[two]] and \\{{x}} and \\:smile: are meant.',
  'Plato \\[Rep. 5 = 1\\] and Aristotle \\[. 5 = 1\\] say so.',
  'The range \\[0, 1\\] and \\(see below\\) are meant.',
  ':::tip\nText.\n:::',
  '> :::tip\n> Text.\n> :::',
  ':::verse{numbers=5}\nA line\n:::',
  'The code `[[two]]`, `{{x}}` and `@fig-one` is no text.',
  '```\n[[two]] {{x}}\n```',
  '```js {3,5-7}\na\nb\nc\nd\ne\nf\ng\n```',
  '    const x = 1;\n    const y = { a: x };',
  '    npm install colophon and then run the build again as before',
  'A note.^[In place.] Mark^[^x] and \\^[a-z] are none, H~2~O and m^2^.\n\n[^x]: Text.',
  'From ~5 to ~10 of ~/bin and ~/lib, 20~25 and 30~40, ~~struck~~.',
  'As Smith wrote [Smith 2010] (https://a.org/b), he [sic] (https://a.org/c) and [in Russian] (https://a.org/d) say.',
  '-One line that begins with a hyphen, and -one within it.',
  '*One* of them\n*two* of them',
  'Some _words_, snake_case_words, _more of_ them and a blank ____ to fill.',
  'The year was\n1984. It was cold, and\n2. was no number.',
  '    ## not alone\n    echo 1',
  '    Hello, world',
  'A verse | with a bar, #1 of ##, C# and F#.',
];

describe('what looks like markup', () => {
  it.each([...unreadKinds, ...codeKinds, openFence, openCode].map(({ kind, hint }) => [kind, hint] as const))(
    '%s is told of, with a remedy',
    (kind, hint) => {
      const texts = told[kind] ?? [];
      expect(texts.length).toBeGreaterThan(0);
      for (const text of texts) {
        const found = parseText(text).messages.filter(({ rule }) => rule === 'markup-unread');
        expect(
          found.map((message) => message.hint),
          text,
        ).toContain(hint);
      }
    },
  );

  it.each(prose)('is not seen in %j', (text) => {
    expect(parseText(text).messages.filter(({ rule }) => rule === 'markup-unread')).toEqual([]);
  });

  it.each(['{{', '{%', '{:', '[a][', '\\begin{', '\\[', '\\('])(
    'is looked for once, however often %j opens what nothing closes',
    (sign) => {
      const text = `${sign}a `.repeat(200_000);
      const found = unreadKinds.flatMap(({ pattern }) => text.match(pattern) ?? []);
      expect(found.filter((match) => match !== '\\begin')).toEqual([]);
    },
  );

  it('is one message a kind, with the count and the next places', () => {
    const { messages } = parseText('[[a]]\n\n[[b]]\n\nText [[c]] and [[d]], [[e]].');
    expect(messages).toMatchObject([
      {
        rule: 'markup-unread',
        line: 3,
        reason:
          "5 places look like Obsidian's links and are printed as typed: [[a]]; next one.md:5:1, one.md:7:6, one.md:7:16 …",
      },
    ]);
  });
});
