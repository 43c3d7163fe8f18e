import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../../../src/read/sources/dialects/dialect.ts';
import { translated } from './translated.ts';

const dialect: Dialect = {
  steps: new Set(['mdbook-tags', 'formulas', 'mdbook-references']),
  variables: new Map([['numthm.fig', 'Figure']]),
  cites: true,
};

async function made(typed: string): Promise<string> {
  return (await translated(typed, dialect)).text.replace(/\n{3,}/g, '\n\n').trim();
}

describe('what preprocessors of mdBook are told', () => {
  it.each([
    [
      'numbers of formulas',
      '$$\n{{numeq}}{eq:a}\n\na\n$$\n\n$$\nb\n{{numeq}}{eq:b}\n$$\n\nBy {{eqref: eq:a}} and {{eqref:eq:b}}, not `{{eqref: eq:a}}`.',
      '<a id="eq-a"></a>\n\n$$\na \\tag{1}\n$$\n\n<a id="eq-b"></a>\n\n$$\nb \\tag{2}\n$$\n\nBy [(1)](#eq-a) and [(2)](#eq-b), not `{{eqref: eq:a}}`.',
    ],
    [
      'theorems, and blocks of the book’s own',
      '{{thm}}{thm:a}[Sea] It is.\n\n{{thm}} Too.\n\n<b>{{fig}}{fig:a}</b> A\n\nBy {{ref: thm:a}}, {{tref: fig:a}}, {{ref: none}}.',
      '<a id="thm-a"></a>**Theorem 1 (Sea).** It is.\n\n**Theorem 2.** Too.\n\n<b><a id="fig-a"></a>Figure 1</b> A\n\nBy [Theorem 1](#thm-a), [Figure 1](#fig-a), {{ref: none}}.',
    ],
    [
      'notes and citations',
      'A{{footnote: See $x_{1}$}} {{#cite a1}}, @@b:c.',
      'A^[See $x_{1}$] [@a1], [@b:c].',
    ],
    ['tabs', '{{#tabs global="x"}}\n{{#tab name="One"}}\nA\n{{#endtab}}\n{{#endtabs}}', '**One**\n\nA'],
    [
      'figures in HTML',
      '<figure>\n<center>\n<img src="a b.png" alt="A" width="50%">\n</center>\n<figcaption>A $x$</figcaption>\n</figure>',
      ':::figure{.unnumbered}\n![A](<a b.png>){width=50%}\n\nA $x$\n:::',
    ],
    [
      'other figures, and what is code',
      '<figure>\n<video></video>\n<figcaption>A</figcaption>\n</figure>\n\n```\n{{#tabs}}\n```',
      '<figure>\n<video></video>\n<figcaption>A</figcaption>\n</figure>\n\n```\n{{#tabs}}\n```',
    ],
  ])('%s', async (_, typed, expected) => {
    expect(await made(typed)).toBe(expected);
  });

  it('is left out where it is none of these, and is told of', async () => {
    const { text, messages } = await translated(
      'A\n\n{{%segment outline}}\n\n{{#quiz a.toml}}\n\n{{#title B}}',
      dialect,
    );
    expect(text.trim()).toBe('A');
    expect(messages).toEqual([
      expect.stringContaining('2 tags of templates are left out: {{%segment outline}}'),
    ]);
  });
});
