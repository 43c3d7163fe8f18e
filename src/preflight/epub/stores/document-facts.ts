import { readXml, type StartTag } from './read-xml.ts';

/** Something in a text that stores look for. */
export type SightKind = 'remote' | 'script' | 'form' | 'math' | 'media' | 'switch' | 'page' | 'page-list';

/** Where it begins, lines and columns from 1. */
export interface Sight {
  readonly kind: SightKind;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** Of what is remote, the address. */
  readonly address?: string;
}

const forms = new Set(['form', 'input', 'select', 'textarea', 'button']);

/** Elements whose addresses are loaded, and not followed by the reader. */
const loading: ReadonlyArray<{ readonly attribute: string; readonly of?: string }> = [
  { attribute: 'src' },
  { attribute: 'poster' },
  { attribute: 'data', of: 'object' },
  { attribute: 'href', of: 'link' },
  { attribute: 'href', of: 'image' },
  { attribute: 'xlink:href', of: 'image' },
  { attribute: 'href', of: 'use' },
  { attribute: 'xlink:href', of: 'use' },
];

/** What stores look for in a content document, a drawing or the navigation document, in its order. */
export function sightsIn(source: Uint8Array, path: string): Sight[] {
  const sights: Sight[] = [];
  readXml(source, {
    onStart: (tag) => {
      const { line, column } = tag;
      const place = { path, line, column };
      for (const kind of kindsOf(tag)) sights.push({ kind, ...place });
      for (const address of addressesOf(tag)) sights.push({ kind: 'remote', ...place, address });
    },
  });
  return sights;
}

function kindsOf({ name, attributes }: StartTag): SightKind[] {
  const types = (attributes['epub:type'] ?? '').split(/\s+/);
  if (name === 'script' && /^(?:|module|.*(?:java|ecma)script.*)$/i.test(attributes['type'] ?? ''))
    return ['script'];
  if (forms.has(name)) return ['form'];
  // EPUB 3.3, 6.1.3.3 leaves what stands for a formula to its author.
  if (name === 'math') return (attributes['alttext'] ?? attributes['altimg'] ?? '') === '' ? ['math'] : [];
  if (name === 'audio' || name === 'video') return ['media'];
  if (name === 'switch' || name === 'trigger') return ['switch'];
  if (name === 'nav' && types.includes('page-list')) return ['page-list'];
  return types.includes('pagebreak') || attributes['role'] === 'doc-pagebreak' ? ['page'] : [];
}

function addressesOf({ name, attributes }: StartTag): string[] {
  return loading.flatMap(({ attribute, of }) => {
    const address = of === undefined || of === name ? attributes[attribute] : undefined;
    return address !== undefined && isRemote(address) ? [address] : [];
  });
}

/** What a stylesheet loads from the network, in its order. */
export function sightsInStyles(source: Uint8Array, path: string): Sight[] {
  const css = new TextDecoder()
    .decode(source)
    .replace(/\/\*[^]*?(?:\*\/|$)/g, (comment) => comment.replace(/[^\n]/g, ' '));
  let [line, lineStart] = [1, 0];
  return [...css.matchAll(/(?:url\(\s*|@import\s+)["']?([^"')\s;]+)/gi)].flatMap(({ 1: address, index }) => {
    if (address === undefined || !isRemote(address)) return [];
    for (
      let end = css.indexOf('\n', lineStart);
      end !== -1 && end < index;
      end = css.indexOf('\n', lineStart)
    )
      [line, lineStart] = [line + 1, end + 1];
    return [{ kind: 'remote', path, line, column: index - lineStart + 1, address } as const];
  });
}

function isRemote(address: string): boolean {
  return /^(?:https?:)?\/\//i.test(address.trim());
}
