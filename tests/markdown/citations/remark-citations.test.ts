import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { VFile } from 'vfile';
import { noShelf } from '../../../src/book/shelf.ts';
import { createReading, parseFile } from '../../../src/markdown/parse-file.ts';
import { englishDraft } from '../../builders/draft.ts';

const keys = new Set(['doe', 'roe', 'smith2004', 'odd key', 'a.b:c']);

/** What a text cites, and what is said of it. */
function read(text: string): { cited: string[]; said: string[]; rest: string } {
  const file = new VFile({ path: 'one.md', value: text });
  const draft = englishDraft();
  const tree = parseFile(file, draft, 'footnotes', createReading(noShelf, undefined, keys));
  const cited: string[] = [];
  let rest = '';
  for (const root of [tree, ...draft.notes.map((note) => note.tree)])
    visit(root, (node) => {
      if (node.type === 'citation')
        cited.push(
          `${node.inText ? 'in text ' : ''}${node.works.map(({ key, locator = '' }) => `${key} ${locator}`.trim()).join('; ')}`,
        );
      if (node.type === 'text') rest += node.value;
    });
  return {
    cited,
    said: file.messages.map(({ ruleId, line, column }) => `${ruleId} ${line}:${column}`),
    rest,
  };
}

describe('remarkCitations', () => {
  it.each([
    ['A [@doe, p. 3; @roe].', ['doe 3; roe']],
    ['As @doe says, and @doe [p. 4] too.', ['in text doe', 'in text doe 4']],
    ['*See [@doe]* and **@roe**.', ['doe', 'in text roe']],
    ['Over\nlines [see\n@doe,\np. 5].', ['doe 5']],
    ['> Quoted [see\n> @doe, p. 5].', ['doe 5']],
    ['| a |\n|---|\n| [@doe] |', ['doe']],
    ['One.^[A note [@doe].] Two.[^1]\n\n[^1]: Text [@roe].', ['roe', 'doe']],
    ['[@{odd key}] and @a.b:c.', ['odd key', 'in text a.b:c']],
    ['[-@doe] -@doe', ['doe', 'doe']],
    ['[@doe][@roe]', ['doe', 'roe']],
    ['# Title of @doe\n\nText.', []],
  ])('reads %s', (text, expected) => {
    const { cited, said } = read(text);
    expect(cited).toEqual(expected);
    expect(said).toEqual([]);
  });

  it.each([
    'Write to doe@example.org or me@doe.org.',
    'Ask @jack and @so_and_so.',
    '`@doe` and `[@doe]`, $[@doe]$.',
    '```\n[@doe]\n```',
    String.raw`\@doe and \[word\].`,
    '[@jack](https://example.org/@jack)',
    'https://example.org/@doe',
    'x@doe',
    'A [word] and [^1].\n\n[^1]: Text.',
  ])('finds none in %s', (text) => {
    const { cited, said } = read(text);
    expect(cited).toEqual([]);
    expect(said.filter((each) => each.startsWith('citation'))).toEqual([]);
  });

  it('prints what no bibliography has as it was typed, and says so', () => {
    const { rest, said } = read('One [see @lost, p. 3] and [@do; @roe].');
    expect(rest.replaceAll('\u00A0', ' ')).toBe('One [see @lost, p. 3] and [@do; @roe].');
    expect(said).toEqual(['citation-unknown 1:5', 'citation-unknown 1:27']);
  });

  it('tells of what is nearly a key, and of no other name', () => {
    expect(read('So @smth2004 and @jack.').said).toEqual(['citation-unknown 1:4']);
  });

  it('leaves citations out of links', () => {
    expect(read('[see [@doe]](https://example.org)').said).toEqual(['citation-misplaced 1:6']);
  });
});
