import { join } from 'node:path';
import type { Message } from '../book/messages/messages.ts';
import type { SeriesBook } from '../series/books.ts';
import { isReleased, type Outcome } from '../series/outcome.ts';
import { countMessages } from './messages.ts';
import { isSource } from './reports/place.ts';
import type { Report } from './reports/report.ts';
import { visible } from './visible.ts';

/** What became of one book of a series, as the formats tell it. */
export function bookReport(book: SeriesBook, outcome: Outcome, strict: boolean): Report {
  const { name, folder, out } = book;
  const built = outcome.kind === 'failed' ? undefined : outcome.book;
  const ok = isReleased(outcome);
  const messages = built?.messages ?? [];
  return {
    json: {
      name,
      folder,
      out,
      outcome: outcome.kind,
      ok,
      title: built?.title ?? null,
      pages: built?.pages ?? null,
      ...(outcome.kind === 'built' && { took: outcome.took }),
      ...(outcome.kind === 'failed' && { fault: outcome.fault }),
      messages,
      artifacts: built?.artifacts ?? [],
    },
    strict,
    title: built?.title ?? folder,
    outcome: !ok ? 'nothing was built' : outcome.kind === 'unchanged' ? 'unchanged' : 'built',
    files: built?.artifacts ?? [],
    counts: built?.counts ?? [],
    ...(outcome.kind === 'built' && outcome.took !== undefined && { times: { total: outcome.took } }),
    folder,
    out,
    summary: `${outcomeInWords(book, outcome)}\n`,
  };
}

/** What became of a book, in a line. */
function outcomeInWords({ folder, out }: SeriesBook, outcome: Outcome): string {
  const who = visible(folder);
  if (outcome.kind === 'failed') {
    const { reason, hint } = outcome.fault;
    return `${who}: not built: ${visible(reason)}${hint === '' ? '' : `\n  ${hint.split('\n').map(visible).join('\n  ')}`}`;
  }
  const { ok, pages, messages } = outcome.book;
  const counted = countMessages(messages);
  const found = counted === '' ? '' : ` (${counted})`;
  if (!ok) {
    const since = outcome.kind === 'unchanged' ? 'not built, as before' : 'not built';
    return `${who}: ${since}${found}; ${visible(out)} is as it was`;
  }
  const printed = pages === null ? '' : `, ${pages} page${pages === 1 ? '' : 's'}`;
  const done =
    outcome.kind === 'unchanged' ? 'unchanged' : `built in ${((outcome.took ?? 0) / 1000).toFixed(1)} s`;
  return `${who}: ${done}${printed}${found}`;
}

/**
 * What became of a series, from which every format is written.
 *
 * @param parts the reports of its books, in their order
 * @param out the folder for all releases
 */
export function seriesReport(
  books: ReadonlyArray<SeriesBook>,
  outcomes: ReadonlyArray<Outcome>,
  parts: ReadonlyArray<Report>,
  { out, strict }: { readonly out: string; readonly strict: boolean },
): Report {
  const released = outcomes.filter(isReleased).length;
  const artifacts = parts.flatMap(({ json, files }) =>
    files.map((file) => ({ ...file, path: `${String(json['name'])}/${file.path}` })),
  );
  const found = parts.flatMap((part) => part.json.messages.map((message) => rebased(message, part)));
  // What is found in a file of several books is told once.
  const messages = [...new Map(found.map((message) => [JSON.stringify(message), message])).values()];
  return {
    json: {
      ok: released === books.length,
      messages,
      artifacts,
      books: parts.map(({ json: { messages: _messages, artifacts: _artifacts, ...facts } }) => facts),
    },
    strict,
    title: `${books.length} books`,
    outcome: `${released} released`,
    files: artifacts,
    counts: [],
    folder: '.',
    out: '',
    parts,
    summary: summary(books, outcomes, out),
  };
}

/** What is wrong with the list of the books, before any is built. */
export function listReport(
  messages: ReadonlyArray<Message>,
  folder: string,
  { out, strict }: { readonly out: string; readonly strict: boolean },
): Report {
  return {
    json: { ok: false, messages, artifacts: [], books: [] },
    strict,
    title: folder,
    outcome: 'nothing was built',
    files: [],
    counts: [],
    folder,
    out,
    summary: `Nothing was built (${countMessages(messages)}); ${visible(out)} is as it was.\n`,
  };
}

/** A message with a place seen from the working folder. */
function rebased(message: Message, { folder, out }: Report): Message {
  return { ...message, file: join(isSource(message) ? folder : out, message.file) };
}

function summary(books: ReadonlyArray<SeriesBook>, outcomes: ReadonlyArray<Outcome>, out: string): string {
  const released = outcomes.filter(isReleased);
  const built = released.filter(({ kind }) => kind === 'built').length;
  const missing = books.filter((_, index) => {
    const outcome = outcomes[index];
    return outcome === undefined || !isReleased(outcome);
  });
  const counted = `${released.length} of ${books.length} books are released in ${visible(out)} (${built} built, ${released.length - built} unchanged)`;
  const rest = missing.map(({ folder }) => visible(folder)).join(', ');
  return `${counted}${missing.length === 0 ? '' : `; not: ${rest}`}.\n`;
}
