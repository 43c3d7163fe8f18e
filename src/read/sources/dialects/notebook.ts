import { mappingIn, wordsIn } from './front-matter.ts';
import type { Line } from './lines.ts';

interface Cell {
  readonly cell_type?: string;
  readonly source?: string | ReadonlyArray<string>;
  readonly outputs?: ReadonlyArray<Readonly<Record<string, unknown>>>;
  readonly attachments?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly metadata?: { readonly tags?: ReadonlyArray<string> };
}

/** A notebook as a text, and the pictures that it keeps, by names that its text has for them. */
export interface Notebook {
  readonly lines: Line[];
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** The names of its figures. */
  readonly labels: ReadonlyArray<string>;
  /** How many pictures it should have, and has not. */
  readonly lost: number;
}

const endings = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/svg+xml': 'svg',
  'image/gif': 'gif',
} as const;

/**
 * The text of a notebook of Jupyter: its Markdown, its code, and what came of it.
 *
 * @param source JSON (nbformat 4)
 * @param name what the names of its pictures begin with
 */
export function readNotebook(source: string, name: string): Notebook {
  const { cells, language } = notebookIn(source);
  const pictures = new Map<string, Uint8Array>();
  const keep = (bytes: Uint8Array, ending: string): string => {
    const picture = `${name}-${pictures.size + 1}.${ending}`;
    pictures.set(picture, bytes);
    return picture;
  };
  let lost = 0;
  const lose = (): void => {
    lost += 1;
  };
  const texts = cells.flatMap((cell) => {
    const tags = cell.metadata?.tags ?? [];
    if (tags.includes('remove-cell')) return [];
    if (cell.cell_type === 'raw') return frontMatterOf(joined(cell.source));
    if (cell.cell_type === 'markdown') return [...withAttachments(cell, keep).split('\n'), ''];
    return cell.cell_type === 'code' ? codeOf(cell, tags, language, { keep, lose }) : [];
  });
  const labels = texts.flatMap((text) => /^:::figure\{#([\w-]+)\}$/.exec(text)?.[1] ?? []);
  const lines = texts.join('\n').split('\n');
  return { lines: lines.map((text) => ({ text, at: 1 })), pictures, labels, lost };
}

type Keep = (bytes: Uint8Array, ending: string) => string;

/** What becomes of pictures: they are kept, by names, or there is none where there should be one. */
interface Taken {
  readonly keep: Keep;
  readonly lose: () => void;
}

function hasPicture(data: unknown): boolean {
  return typeof data === 'object' && data !== null && Object.keys(endings).some((type) => type in data);
}

/** YAML at the beginning of a notebook of Quarto. */
function frontMatterOf(text: string): string[] {
  return /^---\n[\s\S]*\n---\s*$/.test(text) ? [text, ''] : [];
}

function withAttachments({ source, attachments = {} }: Cell, keep: Keep): string {
  return joined(source).replace(/\(attachment:([^)\s]+)\)/g, (whole, name: string) => {
    const picture = pictureIn(attachments[name] ?? attachments[decodeURIComponent(name)] ?? {});
    return picture === undefined ? whole : `(${keep(picture.bytes, picture.ending)})`;
  });
}

/** Code and what came of it, as far as the cell says that they are to be seen. */
function codeOf(cell: Cell, tags: ReadonlyArray<string>, language: string, { keep, lose }: Taken): string[] {
  const typed = joined(cell.source).split('\n');
  const count = typed.findIndex((line) => !/^[ \t]*(?:#|\/\/)\|/.test(line));
  const head = typed.slice(0, count === -1 ? undefined : count);
  const options = mappingIn(head.map((line) => line.replace(/^[ \t]*(?:#|\/\/)\|[ ]?/, '')).join('\n'));
  const isHidden = (key: string): boolean => options[key] === false || options[key] === 'false';
  if (isHidden('include')) return [];
  const code = typed.slice(head.length);
  const shows = !/remove-input|hide-input|hide_input/.test(tags.join(' ')) && !isHidden('echo');
  const texts = shows && code.join('').trim() !== '' ? ['````' + language, ...code, '````', ''] : [];
  if (tags.includes('remove-output') || isHidden('output')) return texts;
  const caption = wordsIn(options['fig-cap']);
  const alt = wordsIn(options['fig-alt']);
  const label = wordsIn(options['label']);
  for (const output of cell.outputs ?? []) {
    const picture = pictureIn(output['data']);
    const said = outputOf(output);
    if (picture !== undefined) {
      const image = `![${(alt ?? caption ?? '').replace(/[[\]]/g, '')}](${keep(picture.bytes, picture.ending)})`;
      const id = label === undefined ? '' : `{#${label.replace(/[^\w-]/g, '-')}}`;
      texts.push(
        ...(caption === undefined ? [image, ''] : [`:::figure${id}`, image, '', caption, ':::', '']),
      );
    } else if (said === '' && hasPicture(output['data'])) lose();
    else if (said !== '') texts.push('````', said, '````', '');
  }
  return texts;
}

/** The picture among the forms of a result that a book can carry. */
function pictureIn(data: unknown): { readonly bytes: Uint8Array; readonly ending: string } | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  for (const [type, ending] of Object.entries(endings)) {
    const written = joined((data as Record<string, unknown>)[type]);
    if (written === '') continue;
    const bytes = Buffer.from(written, ending === 'svg' ? 'utf8' : 'base64');
    if (isPicture(bytes, ending)) return { bytes, ending };
  }
  return undefined;
}

/** How pictures begin; some programs keep in notebooks what tells theirs from others, and no picture. */
const beginnings = { png: '\u0089PNG', jpg: '\u00FF\u00D8', gif: 'GIF8' } as const;

function isPicture(bytes: Buffer, ending: keyof typeof beginnings | 'svg'): boolean {
  return ending === 'svg' ? bytes.length > 0 : bytes.toString('latin1', 0, 4).startsWith(beginnings[ending]);
}

function notebookIn(source: string): { readonly cells: ReadonlyArray<Cell>; readonly language: string } {
  try {
    const { cells, metadata } = JSON.parse(source) as { cells?: unknown; metadata?: unknown };
    const { kernelspec, language_info: info } = (metadata ?? {}) as Record<
      string,
      Record<string, unknown> | undefined
    >;
    const language = wordsIn(info?.['name']) ?? wordsIn(kernelspec?.['language']) ?? 'python';
    return { cells: Array.isArray(cells) ? (cells as Cell[]) : [], language: language.toLowerCase() };
  } catch {
    return { cells: [], language: 'python' };
  }
}

function joined(text: unknown): string {
  if (Array.isArray(text)) return text.filter((each) => typeof each === 'string').join('');
  return typeof text === 'string' ? text : '';
}

function outputOf(output: Readonly<Record<string, unknown>>): string {
  const data = output['data'];
  const plain =
    typeof data === 'object' && data !== null ? (data as Record<string, unknown>)['text/plain'] : undefined;
  const text = joined(output['text'] ?? plain)
    .replace(/\u001B\[[\d;]*m/g, '')
    .trimEnd();
  return /^<(?:Figure|matplotlib|IPython|.*object at)|^\[<matplotlib/.test(text) ? '' : text;
}
