import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { hintFor } from '../../src/cli/hint.ts';
import type { Metadata } from '../../src/book/metadata.ts';

const author = { name: 'Jane Doe', role: 'aut' };
const copyright = { years: [], holders: [], parts: [], funding: [], credits: [] };
const owned = { ...copyright, holders: ['Jane Doe'] };

function hint(given: object): string | undefined {
  return hintFor({
    modified: '2031-02-03T00:00:00Z',
    contributors: [author],
    copyright,
    ...given,
  } as unknown as Metadata);
}

describe('the hint below what was built', () => {
  it('asks for one thing at a time: author, holder, cover', () => {
    expect(hint({ contributors: [] })).toContain('contributors: Jane Doe');
    expect(hint({ contributors: [{ name: 'The Author', role: 'aut' }] })).toContain('Write the name');
    expect(hint({})).toContain('copyright: { year: 2031, holder: Jane Doe }');
    expect(hint({ copyright: owned })).toContain('cover: { design: literary }');
    expect(hint({ copyright: owned, cover: { design: 'modern' } })).toBeUndefined();
  });

  it.each([{ license: { name: 'CC0' } }, { statement: 'Free for all.' }])(
    'takes %o for an answer to whose it is',
    (stated) => {
      expect(hint({ copyright: { ...copyright, ...stated } })).toContain('cover');
    },
  );

  it.each(['Doe, Jane', "'Jane", '{x}', 'Jane: Doe', 'Jürgen O’Neill-Müller Jr.'])(
    'writes the name %s as YAML has it',
    (name) => {
      const [, line = ''] = hint({ contributors: [{ ...author, name }] })?.split('\n') ?? [];
      expect(parse(line)).toEqual({ copyright: { year: 2031, holder: name } });
    },
  );
});
