import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import type { Metadata } from '../../../src/book/metadata.ts';
import { attachCopyrightPage } from '../../../src/matter/copyright/copyright-page.ts';
import { makeMetadata } from '../../builders/metadata.ts';
import { makeMdastBook, toHtml } from '../../builders/mdast-book.ts';

const facts: Partial<Metadata> = {
  date: '2024',
  publisher: { name: 'Harpoon Press', place: 'New Bedford', url: 'https://harpoon.example' },
  identifiers: { epub: '9783161484100', doi: '10.1000/182', others: [] },
  copyright: { ...makeMetadata().copyright, years: ['2024'], holders: ['Ann'] },
};

function attach(template: string, metadata: Partial<Metadata> = facts) {
  const file = new VFile({ path: 'pages/copyright-page.md', value: template });
  const copyrightTemplate = unified().use(remarkParse).parse(file);
  const book = attachCopyrightPage(
    makeMdastBook({ copyrightTemplate, copyrightTemplateFile: file }, metadata),
  );
  return { page: book.front[0], file };
}

function htmlOf(template: string, metadata?: Partial<Metadata>): string {
  const { page, file } = attach(template, metadata);
  expect(messagesOf([file])).toEqual([]);
  return page === undefined ? '' : toHtml(page.tree);
}

describe('a template of the copyright page', () => {
  it('may have blocks in any order, those of one paragraph as a group', () => {
    expect(htmlOf('{publisher}\n\n{copyright}\n{statement}\n\n{mining}')).toBe(
      '<div class="group"><p class="publisher">Published by Harpoon Press, New Bedford</p>' +
        '<p class="url"><a href="https://harpoon.example">https://harpoon.example</a></p></div>' +
        '<div class="group"><p class="copyright">© 2024 Ann</p><p class="reserved">All rights reserved.</p></div>',
    );
  });

  it('may have sentences, which stand only where every value is known', () => {
    const template =
      'First published in {place} by *{publisher}*, {year}.\n\nISBN {isbn-epub}\n\nISBN {isbn-print}\n\n- {lccn}\n- {subtitle}';
    expect(htmlOf(template)).toBe(
      '<p>First published in New Bedford by <em>Harpoon Press</em>, 2024.</p><p>ISBN 978-3-16-148410-0</p>',
    );
  });

  it('keeps the publisher’s own words and links', () => {
    expect(htmlOf('Printed on *good* paper. [Read {title}](https://b.example/{isbn-epub}?a=%20)')).toBe(
      '<p>Printed on <em>good</em> paper. <a href="https://b.example/978-3-16-148410-0?a=%20">Read The Whale</a></p>',
    );
    expect(htmlOf('[{doi}](https://b.example)')).toBe(
      '<p><a href="https://b.example">https://doi.org/10.1000/182</a></p>',
    );
  });

  it('drops headings over nothing and breaks that part nothing', () => {
    const template =
      '***\n\n# Credits\n\n{credits}\n\n# Rights of {holder}\n\n{copyright}\n\n***\n\n{mining}\n\n***';
    expect(htmlOf(template)).toBe('<h2>Rights of Ann</h2><p class="copyright">© 2024 Ann</p>');
    expect(htmlOf('{copyright}\n\n***\n\n{mining}\n\n***\n\n{date}')).toBe(
      '<p class="copyright">© 2024 Ann</p><hr><p class="published">First published 2024</p>',
    );
  });

  it('makes no page where nothing but the title is left', () => {
    expect(htmlOf('{title}\n{author}\n\n# Funding\n\n{funding}')).toBe('');
  });

  it('collects the messages of its page in its own file', () => {
    const { page, file } = attach('{copyright}');
    expect(page?.file).toBe(file);
  });

  it('reports unknown placeholders at their place', () => {
    const { file } = attach(
      '{copyright}\n\nOf *{publisher}*\nand [x](https://y.example/{isbm})\n\n  {reues}',
    );
    const [first, second, ...rest] = messagesOf([file]);
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      line: 4,
      column: 27,
      severity: 'error',
      rule: 'config-value',
      reason: 'There is no placeholder {isbm}',
    });
    expect(first?.hint).toMatch(/^Use one of \{author\}, .*\{isbn-epub\}.*\{reuse\}/);
    expect(second).toMatchObject({ line: 6, column: 3, reason: 'There is no placeholder {reues}' });
  });

  it('reports a block inside a sentence', () => {
    const { file } = attach('Credits: {credits}\n\n{credits}\nof the book');
    expect(messagesOf([file]).map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [1, 10, '{credits} stands for whole lines and cannot be part of a sentence'],
      [3, 1, '{credits} stands for whole lines and cannot be part of a sentence'],
    ]);
  });
});
