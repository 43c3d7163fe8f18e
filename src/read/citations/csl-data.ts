import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import { LineCounter, parseDocument, isMap, isSeq, type Node } from 'yaml';
import type { ListedWork, Work } from '../../book/citations.ts';
import { report } from '../../book/messages/messages.ts';
import { originalDate } from './csl-dates.ts';
import type { Bibliography } from './library.ts';
import { soundFields } from './sound-fields.ts';

type Fields = Readonly<Record<string, unknown>>;

interface Point {
  readonly line: number;
  readonly column: number;
}

/**
 * The works of a file of CSL-JSON: a list, or a mapping of keys to works.
 *
 * @param file the text; what of it cannot be read is a message
 */
export function readCslJson(file: VFile): Bibliography {
  try {
    const value: unknown = JSON.parse(String(file));
    return bibliographyOf(file, itemsIn(value), placesInJson(file));
  } catch {
    // The same text read as YAML, which JSON is: that parser tells where it went wrong.
    return readCslYaml(file);
  }
}

/**
 * The works of a file of CSL-YAML: those below `references`, or a list.
 *
 * @param file the text; what of it cannot be read is a message
 */
export function readCslYaml(file: VFile): Bibliography {
  const lines = new LineCounter();
  const source = String(file)
    .replace(/^---[ \t]*$/, '   ')
    .replace(/^(?:\.\.\.|---)[ \t]*$/gm, (mark) => '#'.repeat(mark.length));
  const document = parseDocument(source, {
    lineCounter: lines,
    logLevel: 'silent',
    uniqueKeys: false,
    schema: 'core',
  });
  const pointAt = (offset = 0) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const [first] = document.errors;
  if (first !== undefined) {
    const reason = first.message.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? '';
    report(file, 'bibliography-entry', `The file cannot be read: ${reason}`, pointAt(first.pos[0]), {
      severity: 'error',
    });
    return bibliographyOf(file, [], () => ({ line: 1, column: 1 }));
  }
  const { contents } = document;
  const list = isMap(contents) ? (contents.get('references', true) as Node | undefined) : contents;
  const places = new Map(
    isSeq(list)
      ? list.items.flatMap((item) =>
          isMap(item) ? [[String(item.get('id')), pointAt(item.range?.[0])] as const] : [],
        )
      : [],
  );
  const value = document.toJS({ maxAliasCount: 50 }) as unknown;
  return bibliographyOf(file, itemsIn(value), (id) => places.get(id) ?? { line: 1, column: 1 });
}

function itemsIn(value: unknown): Fields[] {
  if (Array.isArray(value)) return value.filter(isFields);
  if (!isFields(value)) return [];
  const { references, items = references } = value;
  if (Array.isArray(items)) return items.filter(isFields);
  return Object.entries(value).flatMap(([id, each]) => (isFields(each) ? [{ id, ...each }] : []));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function placesInJson(file: VFile): (id: string) => Point {
  const text = String(file);
  const index = location(text);
  return (id) => {
    const at = text.search(new RegExp(String.raw`"id"\s*:\s*"?${id.replace(/[^\w]/g, String.raw`\$&`)}\b`));
    const point = at === -1 ? undefined : index.toPoint(at);
    return { line: point?.line ?? 1, column: point?.column ?? 1 };
  };
}

function bibliographyOf(
  file: VFile,
  items: ReadonlyArray<Fields>,
  placeOf: (id: string) => Point,
): Bibliography {
  const byKey = new Map<string, Fields>();
  for (const item of items) {
    const id = item['id'] ?? item['citation-key'];
    if (typeof id === 'string' || typeof id === 'number') {
      if (!byKey.has(String(id))) byKey.set(String(id), item);
    } else report(file, 'bibliography-entry', 'A work has no `id` to cite it by');
  }
  const ids = [...byKey.keys()];
  return {
    file,
    places: new Map(ids.map((id) => [id, { line: 1, column: 1 }])),
    worksOf: (keys) =>
      keys.flatMap((key): ListedWork[] => {
        const item = byKey.get(key);
        return item === undefined
          ? []
          : [{ item: workOf(key, item, file, placeOf(key)), file, point: placeOf(key) }];
      }),
  };
}

const dates = ['issued', 'accessed', 'event-date', 'original-date', 'submitted', 'available-date'];

/** Fields that Pandoc writes in small letters, too. */
const acronyms = new Map(
  ['URL', 'DOI', 'ISBN', 'ISSN', 'PMID', 'PMCID'].map((name) => [name.toLowerCase(), name] as const),
);

function workOf(id: string, fields: Fields, file: VFile, point: Point): Work {
  const { type } = fields;
  const named = Object.entries(fields).map(
    ([field, value]) => [acronyms.get(field) ?? field, value] as const,
  );
  const item: Record<string, unknown> = {
    ...Object.fromEntries(named),
    id,
    type: typeof type === 'string' ? type : 'document',
  };
  for (const field of dates) if (field in item) item[field] = originalDate(item[field]);
  const sound = soundFields(item, (field) => {
    const reason = `The "${field}" of "${id}" is nothing that a work can have, and is left out`;
    report(file, 'bibliography-entry', reason, point);
  });
  return sound as unknown as Work;
}
