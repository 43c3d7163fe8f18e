import type { Element } from 'hast';
import { h } from 'hastscript';
import { severities } from '../../book/messages/rule.ts';
import type { Message } from '../../book/messages/messages.ts';
import { picture } from './pictures.ts';
import type { ReportedFile, ReportedPicture } from './reported-release.ts';
import { htmlPage } from './html-page.ts';
import { number, section, table } from './section.ts';

/** A book, as the report of a series tells of it. */
export interface ReportedBook {
  /** The name of the folder of its release, beside the report. */
  readonly name: string;
  readonly title: string;
  readonly language: string;
  readonly authors: ReadonlyArray<string>;
  readonly isReleased: boolean;
  /** Why it is not, where that is no fault of the manuscript. */
  readonly fault?: string;
  readonly pages: number | null;
  readonly messages: ReadonlyArray<Message>;
  readonly files: ReadonlyArray<ReportedFile>;
  readonly cover?: ReportedPicture | undefined;
}

/**
 * The report of a series as one HTML page: its books, with ways to the report of each, what was found in them and
 * their files. The same books give the same bytes.
 */
export async function emitSeries(books: ReadonlyArray<ReportedBook>, version: string): Promise<Uint8Array> {
  const released = books.filter(({ isReleased }) => isReleased).length;
  return htmlPage({
    title: `${released} of ${books.length} books: report of the series`,
    head: [
      h('div', [
        h('p.kind', 'Report of the series'),
        h('h1', `${released} of ${books.length} books are released`),
      ]),
    ],
    sections: [
      booksSection(books),
      ...coversSection(books.filter(({ cover }) => cover !== undefined)),
      messagesSection(books),
      filesSection(books),
    ],
    version,
  });
}

function booksSection(books: ReadonlyArray<ReportedBook>): Element {
  const rows = books.map(({ name, title, language, authors, isReleased, fault, pages, messages, files }) => {
    const reported = files.some(({ kind }) => kind === 'report');
    const text = h('span', { lang: language }, title);
    return [
      reported ? h('a', { href: `${encodeURIComponent(name)}/report.html` }, [text]) : text,
      authors.join(', '),
      h('code', name),
      isReleased ? h('span.good', 'released') : h('span.error', fault ?? 'has errors'),
      pages === null ? '' : number(pages),
      counted(messages),
    ];
  });
  return section('books', 'Books', [
    table('Books', ['Title', 'Authors', 'Folder', 'State', 'Pages', 'Messages'], rows, [4]),
  ]);
}

function counted(messages: ReadonlyArray<Message>): string {
  return severities
    .flatMap((severity) => {
      const many = messages.filter((each) => each.severity === severity).length;
      return many === 0 ? [] : [`${many} ${severity}${many === 1 ? '' : 's'}`];
    })
    .join(', ');
}

function coversSection(books: ReadonlyArray<ReportedBook>): Element[] {
  if (books.length === 0) return [];
  const shown = books.flatMap(({ cover, title, language }) =>
    cover === undefined ? [] : [h('figure', [picture(cover), h('figcaption', { lang: language }, title)])],
  );
  return [section('covers', 'Covers', [h('div.screens', shown)])];
}

function messagesSection(books: ReadonlyArray<ReportedBook>): Element {
  const found = books.flatMap(({ name, messages }) => messages.map((message) => ({ name, message })));
  const ordered = severities.flatMap((severity) =>
    found.filter(({ message }) => message.severity === severity),
  );
  if (ordered.length === 0) return section('messages', 'Messages', [h('p.good', 'Nothing was found.')]);
  const rows = ordered.map(
    ({ name, message: { file, line, column, page, severity, reason, hint, rule } }) => [
      h('code', name),
      page === undefined ? (line > 0 ? `${file}:${line}:${column}` : file) : `${file}, page ${page}`,
      h('span', { className: ['severity', severity] }, severity),
      h('span', [reason, ...(hint === '' ? [] : [h('br'), h('span.hint', hint)])]),
      h('code', rule),
    ],
  );
  return section('messages', 'Messages', [
    table('Messages', ['Book', 'Place', 'Severity', 'What, and what to do', 'Rule'], rows),
  ]);
}

function filesSection(books: ReadonlyArray<ReportedBook>): Element {
  const rows = books.flatMap(({ name, files }) =>
    files.map(({ path, size, sha256 }) => [
      h('a', { href: `${encodeURIComponent(name)}/${encodeURIComponent(path)}` }, `${name}/${path}`),
      number(size),
      h('code', sha256),
    ]),
  );
  return section('files', 'Files', [table('Files', ['File', 'Bytes', 'SHA-256'], rows, [1])]);
}
