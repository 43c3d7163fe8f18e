import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Book } from '../../book/book.ts';
import type { NoteReference } from '../../book/nodes.ts';
import type { Finding } from './finding.ts';
import type { Quotation } from './quotations.ts';
import { quotedCharacters } from './quoted-characters.ts';

/**
 * The quotations whose source is not declared.
 *
 * @param quotations the quotations that name a source
 * @param book the book
 */
export function judgeSources(quotations: ReadonlyArray<Quotation>, { rights }: Book): Finding[] {
  const keys = [...rights.sources.keys()];
  const some = keys.slice(0, 5).map((key) => `"${key}"`);
  const list = `${some.join(', ')}${keys.length > some.length ? ' …' : ''}`;
  return quotations
    .filter(({ source }) => !rights.sources.has(source))
    .map(({ source, file, keyPoint }) => ({
      rule: 'rights-unknown',
      file,
      where: keyPoint,
      reason: `No source "${source}" is declared`,
      ...(keys.length > 0 && {
        hint: `Declare it under \`sources:\` in rights.yaml, or name one that is declared: ${list}.`,
      }),
    }));
}

/**
 * The sources of which more is quoted than their limit allows, all quotations taken together; each
 * at the quotation that passes the limit.
 *
 * @param quotations the quotations that name a source, in reading order
 * @param book the book
 */
export function judgeExtracts(quotations: ReadonlyArray<Quotation>, { rights }: Book): Finding[] {
  return [...rights.sources].flatMap(([key, { limit }]): Finding[] => {
    if (limit === undefined) return [];
    // A quotation inside another one of the same source is counted with that.
    const extracts = quotations.filter(({ source, nested }) => source === key && !nested);
    let total = 0;
    let passing: Quotation | undefined;
    for (const extract of extracts) {
      total += quotedCharacters(extract.node);
      if (total > limit) passing ??= extract;
    }
    if (passing === undefined) return [];
    const others = extracts.filter((extract) => extract !== passing).map(placeOf);
    return [
      {
        rule: 'rights-extract',
        file: passing.file,
        where: passing.position,
        reason: `The book quotes ${total} characters of the source "${key}", which allows ${limit}`,
        ...(others.length > 0 && {
          hint: `Shorten the quotations, or ask for permission and raise the limit. It is quoted at ${enumerate(others)} too.`,
        }),
      },
    ];
  });
}

/**
 * The quotations that show no way to their source: it has no address, and neither the quotation
 * with its attribution nor its note has a link.
 *
 * @param quotations the quotations that name a source
 * @param book the book
 */
export function judgeLinks(quotations: ReadonlyArray<Quotation>, { rights, notes }: Book): Finding[] {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const isLinked = (node: Nodes): boolean => {
    if (hasLink(node)) return true;
    let found = false;
    visit(node, 'noteReference', ({ noteId }: NoteReference) => {
      const note = byId.get(noteId);
      found ||= note !== undefined && hasLink(note.tree);
    });
    return found;
  };
  return quotations
    .filter(({ source, nested, node, next }) => {
      const declared = rights.sources.get(source);
      if (declared === undefined || declared.url || nested) return false;
      return !isLinked(node) && !(next?.type === 'noteReference' && isLinked(next));
    })
    .map(({ source, file, position }) => ({
      rule: 'rights-link',
      file,
      where: position,
      reason: `This quotation has no link to its source "${source}"`,
      hint: 'Give the source its `url`, or put a link into the quotation, its attribution or its note.',
    }));
}

function hasLink(tree: Nodes): boolean {
  let found = false;
  visit(tree, (node: Nodes) => {
    if (node.type === 'link') found ||= /^https?:/i.test(node.url);
    if (node.type === 'html') found ||= /<a\s[^>]*href\s*=\s*["']?https?:/i.test(node.value);
  });
  return found;
}

function placeOf({ file, position }: Quotation): string {
  const { line, column } = position?.start ?? { line: 1, column: 1 };
  return `${file.path}:${line}:${column}`;
}

const shown = 5;

function enumerate(places: ReadonlyArray<string>): string {
  const rest = places.length - shown;
  return rest > 0 ? `${places.slice(0, shown).join(', ')} and ${rest} more places` : places.join(', ');
}
