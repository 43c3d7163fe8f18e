import type { Code } from 'mdast';
import { describe, expect, it } from 'vitest';
import { parseText } from '../tree.ts';

function codeOf(text: string): Code {
  return parseText(text).tree.children[0] as Code;
}

describe('remarkCodeOptions', () => {
  it('reads from where lines are numbered and which are stressed', () => {
    expect(codeOf('```js numbers=9 {1,3 - 4}\na\nb\nc\nd\n```')).toMatchObject({
      lang: 'js',
      data: { hProperties: { dataNumbers: '9', dataLines: '1 3 4' } },
    });
  });

  it.each(['``` numbers {1}', '```numbers {1}', '``` {1} numbers', '```{1} numbers'])(
    'needs no language: %s',
    (fence) => {
      expect(codeOf(`${fence}\na\n\`\`\``)).toMatchObject({
        lang: null,
        data: { hProperties: { dataNumbers: '1', dataLines: '1' } },
      });
    },
  );

  it('leaves other words alone', () => {
    const { lang, data } = codeOf('```js title="numbers{x}"\na\n```');
    expect({ lang, data }).toEqual({ lang: 'js', data: undefined });
  });

  it('reports lines the code does not have', () => {
    const { messages, tree } = parseText('Text.\n\n```js {2,3-9}\na\nb\n```');
    expect(tree.children[1]?.data).toEqual({ hProperties: { dataLines: '2' } });
    expect(messages).toMatchObject([
      { rule: 'directive-unknown', line: 5, column: 1, reason: 'The code has no lines 3-9' },
    ]);
  });
});
