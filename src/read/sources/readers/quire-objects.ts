import { limits } from '../../../book/limits.ts';
import { readText } from '../../files/text-file.ts';
import { mappingIn, wordsIn } from '../dialects/front-matter.ts';
import { mapIn } from './quarto.ts';
import type { Page } from './quire-pages.ts';

const largest = limits['bibliography-size'].most;

type Values = Readonly<Record<string, unknown>>;

/**
 * What pages about objects begin with: pictures of the objects, and what is known of each, as a list.
 *
 * @param pages those of the book, with what they say of themselves
 * @see https://quire.getty.edu/docs-v1/collection-catalogues/
 */
export async function openingsIn(
  root: string,
  data: string,
  ending: string,
  pages: ReadonlyArray<Page>,
): Promise<ReadonlyMap<string, ReadonlyArray<string>>> {
  const [list, config] = await Promise.all(
    ['objects', 'config'].map(async (name) => {
      const { file } = await readText(root, `${data}/${name}${ending}`, largest);
      return mappingIn(String(file));
    }),
  );
  const order = listed(list?.['object_display_order']).flatMap((each) => wordsIn(each) ?? []);
  const linkText = wordsIn(mapIn(config?.['entryPage'])['objectLinkText']) ?? 'View in Collection';
  const objects = new Map(
    listed(list?.['object_list']).flatMap((each): Array<[string, Values]> => {
      const id = wordsIn(mapIn(each)['id']);
      return id === undefined ? [] : [[id, mapIn(each)]];
    }),
  );
  return new Map(
    pages.flatMap(({ path, values }): Array<[string, string[]]> => {
      const own = listed(values['object']).map((each) => {
        const id = wordsIn(mapIn(each)['id']);
        return { ...(id !== undefined && objects.get(id)), ...mapIn(each) };
      });
      const lines = own.flatMap((each) => shown(each, order, linkText));
      return lines.length === 0 ? [] : [[path, lines]];
    }),
  );
}

/** An object in Markdown: its figures, then its facts. */
function shown(object: Values, order: ReadonlyArray<string>, linkText: string): string[] {
  const figures = listed(object['figure']).flatMap((each) => {
    const { id, src } = mapIn(each);
    const [name, source] = [wordsIn(id), wordsIn(src)];
    if (name !== undefined) return ['', `{% figure '${name}' %}`];
    return source === undefined ? [] : ['', `![](<${source}>)`];
  });
  const facts = order.flatMap((key) => {
    const value = markdownIn(object[key]);
    if (value === undefined) return [];
    const [first = '', ...rest] = value.split('\n');
    return ['', nameOf(key), `: ${first}`, ...rest.map((line) => (line.trim() === '' ? '' : `  ${line}`))];
  });
  const link = wordsIn(object['link']);
  const isAddress = link !== undefined && /^https?:\/\/[^\s<>]+$/.test(link);
  return [...figures, ...facts, ...(isAddress ? ['', `[${linkText}](<${link}>)`] : []), ''];
}

/** What a key is called: `accession_number` is “Accession Number”. */
function nameOf(key: string): string {
  return key
    .split(/[_\s]+/)
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join(' ');
}

/** A value as it was written: one line, lines, or a list of such. */
function markdownIn(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const words = value.flatMap((each) => markdownIn(each) ?? []);
    return words.length === 0 ? undefined : words.join(', ');
  }
  return typeof value === 'string' ? value.trim() || undefined : wordsIn(value);
}

function listed(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
