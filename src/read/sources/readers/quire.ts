import { posix } from 'node:path';
import { limits } from '../../../book/limits.ts';
import type { Role } from '../../../book/roles.ts';
import { parseDate } from '../../book-yaml/fields.ts';
import { readText } from '../../files/text-file.ts';
import { languageIn, mappingIn, wordsIn } from '../dialects/front-matter.ts';
import type { SourceBook, SourceEntry, SourceFolder, SourceValues } from '../source-book.ts';
import { mapIn } from './quarto.ts';
import { figuresIn } from './quire-figures.ts';
import { openingsIn } from './quire-objects.ts';
import { pagesIn, type Page } from './quire-pages.ts';

const largest = limits['book-yaml-size'].most * 16;

type Values = Readonly<Record<string, unknown>>;

/**
 * A publication of Quire: publication.yaml says what it is, the pages themselves in which order they stand,
 * figures.yaml what figures there are.
 *
 * @see https://quire.getty.edu/docs-v1/
 */
export async function readQuire({ root }: SourceFolder): Promise<SourceBook | undefined> {
  for (const [data, texts] of [
    ['content/_data', 'content'],
    ['data', 'content'],
  ] as const) {
    for (const ending of ['.yaml', '.yml']) {
      const name = `${data}/publication${ending}`;
      const { file, fault } = await readText(root, name, largest);
      if (fault !== undefined) continue;
      const publication = mappingIn(String(file));
      const pages = await pagesIn(root, texts);
      if (wordsIn(publication['title']) === undefined || pages.length === 0) continue;
      const people = peopleIn(publication['contributor']);
      const folders = [posix.join(texts, '_assets/images'), 'static/img', 'static', texts];
      return {
        program: 'Quire',
        file,
        readFrom: [name],
        values: valuesOf(publication),
        entries: entriesOf(pages, texts, people),
        dialect: {
          steps: new Set([
            'quire-tags',
            'kramdown',
            'templates',
            'spans',
            'site-links',
            'images',
            'div-fences',
          ]),
          imageFolders: folders,
          figures: await figuresIn(root, data, ending),
          openings: await openingsIn(root, data, ending, pages),
          siteFolders: [texts],
        },
      };
    }
  }
  return undefined;
}

/** What the publication is, in the keys of both versions of Quire. */
function valuesOf(values: Values): SourceValues {
  const { title, subtitle, language, pub_date: date, identifier, publisher, description } = values;
  const press = Array.isArray(publisher) ? mapIn(publisher[0]) : mapIn(publisher);
  const said = wordsIn(mapIn(description)['one_line']) ?? wordsIn(mapIn(description)['full']);
  const isbn = wordsIn(mapIn(identifier)['isbn']);
  const published = wordsIn(date);
  const main = listOf(values['contributor']).filter((each) =>
    /^(?:primary)$/.test(String(mapIn(each)['type'])),
  );
  const names = main.flatMap((each) => nameOf(mapIn(each)) ?? []);
  const stated = plain(wordsIn(values['contributor_as_it_appears']))?.replace(/^(?:by|edited by)\s+/i, '');
  const author =
    names.length > 0 ? names : stated === undefined ? [] : stated.split(/\s*,\s*(?:and\s+)?|\s+and\s+/);
  const words = {
    subtitle: plain(wordsIn(subtitle)),
    description: plain(said),
    publisher: wordsIn(press['name']),
  };
  return {
    title: plain(wordsIn(title)) ?? 'Untitled',
    ...(words.subtitle !== undefined && { subtitle: words.subtitle }),
    ...(author.length > 0 && { author }),
    language: languageIn(language) ?? 'en',
    ...(words.publisher !== undefined && { publisher: words.publisher }),
    ...(published !== undefined && parseDate(published) !== undefined && { date: published }),
    ...(words.description !== undefined && { description: words.description }),
    ...(isbn !== undefined && /^97[89][\d-]{10,14}$/.test(isbn) && { identifiers: { epub: isbn } }),
  };
}

/** Words without marks of Markdown and HTML. */
function plain(words: string | undefined): string | undefined {
  const text = words
    ?.replace(/<[^>]+>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*{1,2}|_)(?=\S)(.+?)\1/g, '$2')
    .trim();
  return text === '' ? undefined : text;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function nameOf(person: Values): string | undefined {
  const parts = [wordsIn(person['first_name']), wordsIn(person['last_name'])].filter(
    (part) => part !== undefined,
  );
  return wordsIn(person['full_name']) ?? (parts.length > 0 ? parts.join(' ') : undefined);
}

function peopleIn(value: unknown): ReadonlyMap<string, string> {
  return new Map(
    listOf(value).flatMap((each): Array<[string, string]> => {
      const [id, name] = [wordsIn(mapIn(each)['id']), nameOf(mapIn(each))];
      return id === undefined || name === undefined ? [] : [[id, name]];
    }),
  );
}

/** Pages with their folders as parts. */
function entriesOf(
  pages: ReadonlyArray<Page>,
  folder: string,
  people: ReadonlyMap<string, string>,
): SourceEntry[] {
  const inFolder = (dir: string): number => pages.filter(({ path }) => posix.dirname(path) === dir).length;
  let part = '';
  return pages.flatMap((page): SourceEntry[] => {
    const { path, values } = page;
    const own = posix.dirname(path);
    const section =
      own === folder
        ? ''
        : own
            .split('/')
            .slice(0, folder.split('/').length + 1)
            .join('/');
    const isIndex = /(?:^|\/)_?index\.md$/.test(path) && own === section;
    const opens = section !== '' && section !== part;
    part = section;
    const entry = entryOf(page, people);
    if (section === '') return [entry];
    const hasMore =
      inFolder(section) > 1 ||
      pages.some(({ path: each }) => each.startsWith(`${section}/`) && each !== path);
    if (opens && isIndex) return [hasMore ? { ...entry, role: 'part' as const } : entry];
    if (opens && hasMore && wordsIn(values['title']) !== undefined)
      return [
        { part: sectionTitle(section), numbered: false },
        { ...entry, within: 1 },
      ];
    return [{ ...entry, within: 1 }];
  });
}

function sectionTitle(section: string): string {
  const words = posix
    .basename(section)
    .replace(/^\d+[-_.]/, '')
    .replace(/[-_]+/g, ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function entryOf(
  { path, values }: Page,
  people: ReadonlyMap<string, string>,
): SourceEntry & { path: string } {
  const label = wordsIn(values['label']);
  const title = plain(wordsIn(values['title']));
  const subtitle = plain(wordsIn(values['subtitle']));
  const names = listOf(values['contributor']).flatMap(
    (each) => nameOf(mapIn(each)) ?? people.get(wordsIn(mapIn(each)['id']) ?? '') ?? [],
  );
  const shown = label === undefined ? title : `${label.replace(/[.:]$/, '')}. ${title ?? ''}`.trim();
  return {
    path,
    numbered: false,
    ...roleOf(title ?? '', path),
    says: {
      numbered: false,
      ...(shown !== undefined && { title: shown }),
      ...(subtitle !== undefined && { subtitle }),
      ...(names.length > 0 && { author: names.join(', ') }),
    },
  };
}

function roleOf(title: string, path: string): { readonly role?: Role } {
  const name = `${title} ${posix.basename(path, '.md')}`.toLowerCase();
  const role = (
    [
      [/\bforeword\b/, 'foreword'],
      [/\bpreface\b/, 'preface'],
      [/\backnowledg/, 'acknowledgments'],
      [/\bbibliograph/, 'bibliography'],
    ] as const
  ).find(([pattern]) => pattern.test(name))?.[1];
  return role === undefined ? {} : { role };
}
