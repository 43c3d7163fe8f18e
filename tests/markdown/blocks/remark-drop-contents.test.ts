import { describe, expect, it } from 'vitest';
import { parseText } from '../tree.ts';

describe('signs for contents', () => {
  it.each(['[TOC]', '[toc]', '[[toc]]', '[[_TOC_]]', '@[toc]', '\\tableofcontents', '\\tableofcontents{}'])(
    '%j are left out and told of',
    (sign) => {
      const { tree, messages } = parseText(`A\n\n${sign}\n\nB`);
      expect(tree.children).toHaveLength(2);
      expect(messages).toMatchObject([
        {
          rule: 'markup-dropped',
          line: 5,
          column: 1,
          reason: `This looks like a sign for a table of contents and is left out: ${sign}`,
        },
      ]);
    },
  );

  it.each(['\\[TOC]', '[TOC] and more', '`[TOC]`', '[TOC](#one)', '[TOC]\n\n[TOC]: https://example.org/'])(
    '%j is none',
    (text) => {
      const { tree, messages } = parseText(text);
      expect(tree.children).toHaveLength(1);
      expect(messages).toEqual([]);
    },
  );
});
