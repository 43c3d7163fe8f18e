import type { ReleasedMedium, ReleasedSection } from '../book/contents.ts';
import type { ChangedFile, ChangedSection, Pair, ReleaseChanges } from './changes.ts';
import { isUnchanged } from './changes.ts';
import type { PageShift } from './page-shifts.ts';

/** What has changed under one head, each change as a line. */
export interface ChangesUnder {
  readonly head: string;
  readonly lines: ReadonlyArray<string>;
}

/** What has changed, in words: nothing where both releases are the same. */
export function changesInWords(changes: ReleaseChanges): ChangesUnder[] {
  if (isUnchanged(changes)) return [];
  const { added, removed, changed, media, shifts, fonts, messages } = changes;
  const groups: ChangesUnder[] = [
    { head: 'Book', lines: bookLines(changes) },
    {
      head: 'Text',
      lines: [
        ...added.map((section) => `${nameOf(section)}: new, ${contentOf(section)}`),
        ...removed.map((section) => `${nameOf(section)}: gone, ${contentOf(section)}`),
        ...changed.map(sectionLine),
      ],
    },
    {
      head: 'Images and recordings',
      lines: [
        ...media.added.map(({ path }) => `${path}: new`),
        ...media.removed.map(({ path }) => `${path}: gone`),
        ...media.changed.map(mediumLine),
      ],
    },
    { head: 'Pages', lines: shifts.map(shiftLine) },
    {
      head: 'Metadata and rights',
      lines: changes.metadata.map(
        ({ path, old, new: next }) => `${path}: ${changeOf(quoted(old), quoted(next))}`,
      ),
    },
    {
      head: 'Fonts',
      lines: [...fonts.added.map((name) => `${name}: new`), ...fonts.removed.map((name) => `${name}: gone`)],
    },
    {
      head: 'Messages',
      lines: [
        ...messages.added.map(
          ({ file, line, severity, rule, reason }) =>
            `new: ${file}${line > 0 ? `:${line}` : ''} ${severity} ${rule}  ${reason}`,
        ),
        ...messages.removed.map(
          ({ file, severity, rule, reason }) => `gone: ${file} ${severity} ${rule}  ${reason}`,
        ),
      ],
    },
    { head: 'Files', lines: changes.files.map(fileLine) },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
}

function bookLines({ pages, words, notes, spine, tools }: ReleaseChanges): string[] {
  return [
    ...counted(pages, 'page'),
    ...counted(words, 'word'),
    ...counted(notes, 'note'),
    ...(spine.old === spine.new
      ? []
      : [`spine: ${changeOf(millimetres(spine.old), millimetres(spine.new))}`]),
    ...(tools.old === tools.new ? [] : [`built by Colophon ${tools.new}, before by ${tools.old}`]),
  ];
}

function counted({ old, new: next }: Pair<number | undefined>, what: string): string[] {
  if (old === next) return [];
  if (old === undefined || next === undefined)
    return [`${what}s: ${changeOf(old?.toString(), next?.toString())}`];
  return [`${plural(next, what)} (${signed(next - old)})`];
}

function sectionLine({ old, new: next, isRewritten, reflowed }: ChangedSection): string {
  const said = [
    ...(old.title === next.title ? [] : [`called “${old.title}” before`]),
    ...(old.words === next.words
      ? []
      : [`${signed(next.words - old.words)} ${next.words - old.words === 1 ? 'word' : 'words'}`]),
    ...(isRewritten && old.words === next.words ? ['other words, as many as before'] : []),
    ...(old.notes === next.notes
      ? []
      : [`${signed(next.notes - old.notes)} ${Math.abs(next.notes - old.notes) === 1 ? 'note' : 'notes'}`]),
    ...(old.pages === next.pages || next.pages === undefined
      ? []
      : [`${plural(next.pages, 'page')}${old.pages === undefined ? '' : `, before ${old.pages}`}`]),
    ...(reflowed.length === 0
      ? []
      : [`other words begin ${reflowed.length === 1 ? 'page' : 'pages'} ${ranges(reflowed)}`]),
  ];
  return `${nameOf(next)}: ${said.join('; ')}`;
}

function mediumLine({ old, new: next }: Pair<ReleasedMedium>): string {
  const said = [
    ...(old.sha256 === next.sha256 ? [] : ['another file']),
    ...(old.alt === next.alt ? [] : [`says ${changeOf(quoted(old.alt), quoted(next.alt))}`]),
  ];
  return `${next.path}: ${said.join('; ')}`;
}

function shiftLine({ first, last, sections, by }: PageShift): string {
  const what = sections === 1 ? `${nameOf(first)} begins` : `${nameOf(first)} to ${nameOf(last)} begin`;
  return `${what} ${plural(Math.abs(by), 'page')} ${by > 0 ? 'later' : 'earlier'}`;
}

function fileLine({ path, bytes: { old, new: next } }: ChangedFile): string {
  if (old === undefined) return `${path}: new`;
  return next === undefined ? `${path}: gone` : `${path}: ${plural(next, 'byte')} (${signed(next - old)})`;
}

/** “12 Stubb” or the title alone. */
export function nameOf({ number, title }: ReleasedSection): string {
  return number === undefined ? title : `${number} ${title}`;
}

function contentOf({ words, pages }: ReleasedSection): string {
  return [plural(words, 'word'), ...(pages === undefined ? [] : [plural(pages, 'page')])].join(', ');
}

function changeOf(old: string | undefined, next: string | undefined): string {
  if (old === undefined) return `${next ?? ''}, new`;
  return next === undefined ? `gone, was ${old}` : `${next}, was ${old}`;
}

function quoted(value: string | undefined): string | undefined {
  return value === undefined ? undefined : `“${value}”`;
}

function millimetres(points: number | undefined): string | undefined {
  return points === undefined ? undefined : `${((points * 25.4) / 72).toFixed(2)} mm`;
}

function plural(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}

function signed(difference: number): string {
  return difference === 0
    ? '±0'
    : `${difference > 0 ? '+' : '−'}${Math.abs(difference).toLocaleString('en')}`;
}

/** “187–190, 194”: labels in the order of the book, those that count up in a row together. */
function ranges(labels: ReadonlyArray<string>): string {
  const runs: Array<[first: string, last: string]> = [];
  for (const label of labels) {
    const run = runs.at(-1);
    if (run !== undefined && /^\d+$/.test(label) && Number(run[1]) + 1 === Number(label)) run[1] = label;
    else runs.push([label, label]);
  }
  return runs.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join(', ');
}
