import { describe, expect, it } from 'vitest';
import { sections, type Book } from '../../../src/book/book.ts';
import type { Metadata } from '../../../src/book/metadata.ts';
import { parseManuscript } from '../../../src/markdown/parse-manuscript.ts';
import { attachMatter } from '../../../src/matter/attach-matter.ts';
import { manuscript, type TestFile } from '../../builders/manuscript.ts';
import { wordingOf } from '../../../src/language/wording.ts';
import { toHtml } from '../../builders/mdast-book.ts';

interface Options {
  readonly language?: string;
  readonly metadata?: Partial<Metadata>;
}

function complete(files: Record<string, TestFile>, { language = 'en', metadata = {} }: Options = {}): Book {
  const book = parseManuscript(manuscript(files, { language }));
  return attachMatter({ ...book, labels: wordingOf(language), metadata: { ...book.metadata, ...metadata } });
}

function htmlOf(book: Book, id: string): string {
  const section = sections(book).find((one) => one.id === id);
  return section === undefined ? '' : toHtml(section.tree);
}

/** What one line says in a book of two chapters, two appendices and a part, tags apart from links gone. */
function said(line: string, options: Options = {}): string {
  const appendix = { role: 'appendix', numbered: true } as const;
  const book = complete(
    {
      'part:The Sea': '',
      'part:The Land': '',
      '01-one.md': `# One\n\n${line}\n\n## The quay\n\n${figure('harbour')}\n\n${table}\n\n[^gull]: A bird.\n`,
      '02-two.md': `# Two\n\nGulls.[^gull]\n\n:::verse{#poem}\nA line\n:::\n\n${figure('boat')}\n\n[^gull]: Two birds.\n`,
      '03-epilogue.md': { text: '# The *end*\n\nText.\n', frontMatter: { role: 'epilogue' } },
      '04-a.md': { text: '# A\n\nText.\n', frontMatter: appendix },
      '05-b.md': { text: '# B\n\nText.\n', frontMatter: appendix },
    },
    options,
  );
  return htmlOf(book, 'one')
    .replace(/<\/p>.*/, '')
    .replace(/^<p>/, '');
}

const figure = (id: string) => `:::figure{#${id}}\n![Sea](a.png)\n\nThe ${id}.\n:::`;
const table = ':::table{#tonnage}\nTonnage.\n\n| A |\n|---|\n| 1 |\n:::';
const words = (html: string) => html.replace(/<sup.*/, '').replaceAll(/<[^>]+>/g, '');

describe('the words of a cross-reference', () => {
  it.each([
    ['harbour', 'figure\u00a01'],
    ['boat', 'figure\u00a02'],
    ['tonnage', 'table\u00a01'],
    ['02-two.md', 'chapter\u00a02'],
    ['the-quay', 'section “The quay”'],
    ['part-the-land', 'part\u00a0II'],
    ['05-b.md', 'appendix\u00a0B'],
    ['03-epilogue.md', '“The end”'],
    ['poem', 'chapter\u00a02'],
    ['^gull', 'note\u00a01'],
  ])('to %s are %s', (target, expected) => {
    expect(words(said(`:ref[${target}][^gull]`))).toBe(expected);
  });

  it.each([
    ['de', 'harbour', 'Abbildung\u00a01'],
    ['fr', 'the-quay', 'section «\u202fThe quay\u202f»'],
    ['ru', 'harbour', 'рис.\u00a01'],
    ['ja', '02-two.md', '第2章'],
    ['fa', '02-two.md', 'فصل\u00a0۲'],
    ['fa', 'boat', 'شکل\u00a0۲'],
    ['fa', '^gull', 'یادداشت\u00a0۱'],
  ])('are in the language of the book, and its digits: %s', (language, target, expected) => {
    expect(words(said(`:ref[${target}][^gull]`, { language }))).toBe(expected);
  });

  it('begin with a capital where they begin a sentence', () => {
    expect(words(said(':Ref[harbour][^gull]'))).toBe('Figure\u00a01');
    expect(words(said(':Ref[harbour][^gull]', { language: 'ru' }))).toBe('Рис.\u00a01');
  });

  it('are the author’s own where there are such', () => {
    expect(said(':ref[harbour]{text="the plan"} [^gull]')).toMatch(
      /^<a href="#one---harbour" class="ref">the plan<\/a>/,
    );
  });

  it('name the page in the editions that have pages', () => {
    expect(said(':ref[harbour]{page} [^gull]')).toMatch(
      /^<a href="#one---harbour" class="ref">figure\u00a01<span data-product="epub pdf print" data-pages="printed">, page\u00a0<span class="page-number" data-page-of="one---harbour"><\/span><\/span><\/a>/,
    );
  });

  it('give way to the page alone, or stand for it in an e-book without pages', () => {
    expect(said(':ref[harbour]{page=only} [^gull]')).toMatch(
      /<span data-product="epub pdf print" data-pages="printed">page\u00a0<span[^>]+><\/span><\/span><span data-product="epub" data-pages="none">figure\u00a01<\/span>/,
    );
    expect(said(':page[harbour] [^gull]')).toMatch(
      /<span data-product="epub pdf print" data-pages="printed"><span[^>]+><\/span><\/span><span data-product="epub" data-pages="none">figure\u00a01<\/span>/,
    );
  });

  it('stand inside another link without one of their own', () => {
    const html = said('[as :ref[harbour] has it](02-two.md)[^gull]');
    expect(html).toMatch(/^<a href="#two">as <span class="ref">figure\u00a01<\/span> has it<\/a>/);
  });
});

function treesOf(book: Book): string {
  const trees = sections(book).map(({ titleTree, tree }) => [titleTree, tree]);
  return JSON.stringify([trees, book.notes.map(({ tree }) => tree)]);
}

describe('references in notes, headings and captions', () => {
  const files = {
    '01-one.md':
      '# After :ref[boat]{page}\n\nText.[^gull]\n\n## See :ref[boat]{page}\n\n[^gull]: As :ref[boat] has it.\n',
    '02-two.md': `# Two\n\n${figure('boat')}\n`,
  };

  it('are resolved, in titles without pages', () => {
    const book = complete(files);
    const [one] = book.body;
    expect(one?.title).toBe('After figure 1');
    expect(one?.headings.map(({ text }) => text)).toEqual(['See figure 1']);
    expect(treesOf(book)).not.toContain('crossReference');
    expect(treesOf(book)).not.toContain('dataPageOf":"two---boat');
    expect(words(toHtml(book.notes[0]?.tree ?? { type: 'root', children: [] }))).toBe(
      'As figure\u00a01 has it.',
    );
  });

  it('leave the book given as it was', () => {
    const book = { ...parseManuscript(manuscript(files)), labels: wordingOf('en') };
    const before = treesOf(book);
    attachMatter(book);
    expect(treesOf(book)).toBe(before);
  });
});

describe('numbered elements', () => {
  const files = {
    '01-one.md': `# One\n\n${figure('a')}\n\n${figure('b')}\n`,
    '02-two.md': `# Two\n\n${figure('c')}\n\n${table}\n\n:::figure{unnumbered}\n![Sea](a.png)\n\nPlain.\n:::\n`,
    '03-three.md': { text: `# Three\n\n${figure('d')}\n`, frontMatter: { numbered: false } },
    '04-four.md': {
      text: `# Four\n\n${figure('e')}\n\n:::figure\n![Sea](a.png)\n:::\n`,
      frontMatter: { numbered: false },
    },
  } as const;

  function captions(book: Book): string[] {
    return book.body.flatMap(({ id }) =>
      [...htmlOf(book, id).matchAll(/<(?:fig)?caption>(.*?)<\/(?:fig)?caption>/g)].map(([, caption]) =>
        words(caption ?? ''),
      ),
    );
  }

  it('are counted through the book', () => {
    const book = complete(files);
    expect(captions(book)).toEqual([
      'Figure\u00a01. The a.',
      'Figure\u00a02. The b.',
      'Figure\u00a03. The c.',
      'Table\u00a01. Tonnage.',
      'Plain.',
      'Figure\u00a04. The d.',
      'Figure\u00a05. The e.',
      'Figure\u00a06',
    ]);
  });

  it('or anew in each numbered section', () => {
    const book = complete(files, {
      metadata: { numbering: { chapters: 'book', figures: 'chapter', tables: 'chapter' } },
    });
    expect(captions(book)).toEqual([
      'Figure\u00a01.1. The a.',
      'Figure\u00a01.2. The b.',
      'Figure\u00a02.1. The c.',
      'Table\u00a02.1. Tonnage.',
      'Plain.',
      'Figure\u00a01. The d.',
      'Figure\u00a02. The e.',
      'Figure\u00a03',
    ]);
  });
});

describe('lists of figures and tables', () => {
  const files = {
    '01-one.md': `# One\n\n:::figure{#a}\n![Sea](a.png)\n\nThe *old* quay, as in :ref[tonnage]{page}.[^gull]\n:::\n\n[^gull]: A bird.\n`,
    '02-two.md': `# Two\n\n${table}\n\n:::figure{#b short="Short"}\n![Sea](a.png)\n\nA long caption.\n:::\n`,
  };

  it('stand behind the contents, which name them', () => {
    const book = complete(files, { metadata: { lists: { figures: true, tables: true } } });
    expect(book.front.map(({ role }) => role).slice(-3)).toEqual(['toc', 'loi', 'lot']);
    expect(htmlOf(book, 'contents')).toContain('<a href="#list-of-figures">');
  });

  it('have number, caption without marks and pages, and a place for the page', () => {
    const book = complete(files, { metadata: { lists: { figures: true, tables: false } } });
    const html = htmlOf(book, 'list-of-figures');
    expect(html).toContain(
      '<a href="#one---a"><span class="number">1</span> <span class="title">The <em>old</em> quay, as in table\u00a01.</span></a> <span class="page" data-page-of="one---a"></span>',
    );
    expect(html).toContain('<span class="title">Short</span>');
    expect(htmlOf(book, 'list-of-tables')).toBe('');
  });

  it('are not made unasked, nor empty, nor where the author has written one', () => {
    expect(complete(files).front.map(({ role }) => role)).not.toContain('loi');
    const asked = { metadata: { lists: { figures: true, tables: true } } };
    const bare = complete({ '01-one.md': '# One\n\nText.\n' }, asked);
    expect(bare.front.map(({ role }) => role)).not.toContain('loi');
    const own = { text: '# My figures\n\nText.\n', frontMatter: { role: 'loi' } } as const;
    const book = complete({ '00-own.md': own, ...files }, asked);
    expect(book.front.filter(({ role }) => role === 'loi').map(({ title }) => title)).toEqual(['My figures']);
  });
});
