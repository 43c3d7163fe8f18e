import type { Element, Nodes } from 'hast';
import type { Labels } from '../../../book/labels.ts';
import { namedBy } from '../document/internal-links.ts';
import type { NoteNumber, PaginationResult } from '../page/pagination.ts';

/** A link of the print document. */
export interface PrintLink {
  /** The name of the destination, for a link inside the book; else the address. */
  readonly target: string;
  readonly element: Element;
  /** For a note mark, its own id. */
  readonly mark?: string;
  /** For a citation of a work in a bibliography, its own id. */
  readonly cites?: string;
}

/** What the links to each target are called, in the order of the book. */
export type LinkNames = ReadonlyMap<string, ReadonlyArray<string>>;

/**
 * What each link is called: by its label, by its text as printed, or, where its text is written
 * in the print only, by the page it leads to.
 *
 * @param links of the book, in order
 * @param pagination where everything stands
 */
export function linkNames(
  links: ReadonlyArray<PrintLink>,
  { anchors, pages, noteNumbers = [] }: PaginationResult,
  labels: Labels,
): LinkNames {
  const labelOf = new Map(anchors.map(({ id, page }) => [id, pages[page]?.label ?? ''] as const));
  const names = new Map<string, string[]>();
  const numbers = new Map(noteNumbers.map((each) => [each.mark, each]));
  for (const { target, element, mark } of links) {
    const { ariaLabel, dataMark } = element.properties;
    const number = numbers.get(mark ?? target);
    const page = typeof dataMark === 'string' ? labelOf.get(dataMark) : undefined;
    const given = typeof ariaLabel === 'string' ? numberedAnew(ariaLabel, number) : undefined;
    const name =
      given ??
      (page === undefined ? textOf(element, labelOf) : labels.references.page.replace('{page}', page));
    const text = name
      .replaceAll(/[\u00AD\u200B\u2060]/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
    const others = names.get(target);
    if (others === undefined) names.set(target, [text]);
    else others.push(text);
  }
  return names;
}

/** The name of a mark, or of what leads back to one, with the number it shows. */
function numberedAnew(name: string, number: NoteNumber | undefined): string {
  return number === undefined ? name : name.replace(number.was, () => number.is);
}

/**
 * What stands for the target of a link in the PDF.
 *
 * @param href as in the print document
 */
export function targetOf(href: string): string {
  // Other addresses as Chrome writes them.
  return namedBy(href) ?? (URL.canParse(href) ? new URL(href).href : href);
}

function textOf(node: Nodes, labelOf: ReadonlyMap<string, string>): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  const { dataPageOf, alt } = node.properties;
  if (typeof dataPageOf === 'string') return labelOf.get(dataPageOf) ?? '';
  if (typeof alt === 'string') return alt;
  return node.children.map((child) => textOf(child, labelOf)).join('');
}
