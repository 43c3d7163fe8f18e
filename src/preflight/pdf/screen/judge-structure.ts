import { PDFArray } from 'pdf-lib';
import { asArray, asDict, asName, entry, keysOf, nameOf, textOf } from '../../../pdf/look-up.ts';
import type { Findings } from '../findings.ts';
import { headingLevel, standardTypes } from './standard-types.ts';
import type { Structure, StructureElement } from './structure.ts';
import { dictionary } from '../../../book/dictionary.ts';

/** Which elements an element may have directly in it, and in which it must be. */
const children = dictionary<ReadonlyArray<string>>({
  L: ['LI', 'L', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  TOC: ['TOCI', 'TOC', 'Caption'],
  Ruby: ['RB', 'RT', 'RP'],
  Warichu: ['WT', 'WP'],
});
const parents = dictionary<ReadonlyArray<string>>({
  LI: ['L'],
  LBody: ['LI'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TOCI: ['TOC'],
});

/** Judges the elements of a structure each for itself and in their places (ISO 14289-1, clause 7). */
export function judgeStructure(findings: Findings, structure: Structure): void {
  judgeRoles(findings, structure);
  if (structure.isTangled)
    findings.add('pdf-tag-nesting', 'An element stands in the structure more than once, or much too deep');
  const notes = new Set<string>();
  for (const element of structure.elements) {
    judgePlace(findings, element);
    judgeAlternative(findings, element);
    judgeNote(findings, element, notes);
    if (element.type === 'Table') judgeTable(findings, element);
  }
  judgeHeadings(findings, structure.elements);
}

function judgeRoles(findings: Findings, { elements, roles }: Structure): void {
  for (const { tag, type, page } of elements) {
    if (!standardTypes.has(type) && headingLevel(type) === undefined)
      findings.add(
        'pdf-tag-role',
        `The tag ${tag === '' ? 'without a name' : tag} stands for no standard one`,
        page,
      );
  }
  for (const tag of keysOf(roles)) {
    if (standardTypes.has(tag) && nameOf(roles, tag) !== tag)
      findings.add('pdf-tag-role', `The standard tag ${tag} is mapped to another`);
  }
}

function judgePlace(
  findings: Findings,
  { type, parent, children: inner, content, page }: StructureElement,
): void {
  const allowed = children[type];
  for (const child of inner) {
    // What has no meaning of its own may stand anywhere.
    if (allowed === undefined || allowed.includes(child.type) || child.type === 'Artifact') continue;
    findings.add('pdf-tag-nesting', `${child.type} stands directly in ${type}`, child.page ?? page);
  }
  if (allowed !== undefined && content.length > 0)
    findings.add('pdf-tag-nesting', `Content stands directly in ${type}`, page);
  const around = parents[type];
  if (around !== undefined && (parent === undefined || !around.includes(parent.type)))
    findings.add(
      'pdf-tag-nesting',
      `${type} stands in ${parent?.type ?? 'no element'}, not in ${around[0]}`,
      page,
    );
}

function judgeAlternative(findings: Findings, { type, dict, page }: StructureElement): void {
  if (type !== 'Figure' && type !== 'Formula') return;
  const words = textOf(dict, 'Alt') ?? textOf(dict, 'ActualText') ?? '';
  if (words.trim() === '') findings.add('pdf-alt', `A ${type} has no alternative text`, page);
}

/** ISO 14289-1, 7.9. */
function judgeNote(findings: Findings, { type, dict, page }: StructureElement, seen: Set<string>): void {
  if (type !== 'Note') return;
  const id = textOf(dict, 'ID');
  if (id === undefined || id === '') findings.add('pdf-note-id', 'A Note has no ID', page);
  else if (seen.has(id)) findings.add('pdf-note-id', `Two Notes have the ID ${id}`, page);
  else seen.add(id);
}

/** ISO 14289-1, 7.5: which header a cell belongs to can be told. */
function judgeTable(findings: Findings, table: StructureElement): void {
  const cells = cellsOf(table);
  const headers = cells.filter(({ type }) => type === 'TH');
  const isLinked = cells.some(({ dict }) => attribute(dict, 'Headers') !== undefined);
  const unscoped = headers.find(({ dict }) => attribute(dict, 'Scope') === undefined);
  if (unscoped !== undefined && !isLinked)
    findings.add(
      'pdf-table-header',
      'A header of a table does not say to which cells it belongs',
      unscoped.page,
    );
}

function cellsOf(element: StructureElement): StructureElement[] {
  return element.children.flatMap((child) => {
    if (child.type === 'TH' || child.type === 'TD') return [child];
    return ['TR', 'THead', 'TBody', 'TFoot'].includes(child.type) ? cellsOf(child) : [];
  });
}

/** An entry of the attributes of an element (ISO 32000-1, 14.7.5). */
function attribute(dict: StructureElement['dict'], key: string): unknown {
  const stated = entry(dict, 'A');
  const owners = stated instanceof PDFArray ? asArray(stated) : [stated];
  for (const owner of owners) {
    const value = entry(asDict(owner), key);
    if (value !== undefined) return asName(value) ?? value;
  }
  return undefined;
}

/** ISO 14289-1, 7.4: levels are not skipped on the way down, and are either all numbered or none is. */
function judgeHeadings(findings: Findings, elements: ReadonlyArray<StructureElement>): void {
  let before = 0;
  let numbered = false;
  let plain: StructureElement | undefined;
  for (const element of elements) {
    if (element.type === 'H') plain = element;
    const level = headingLevel(element.type);
    if (level === undefined) continue;
    numbered = true;
    if (level > before + 1) {
      const reason = before === 0 ? `The first heading is H${level}` : `H${level} follows H${before}`;
      findings.add('pdf-heading-order', reason, element.page);
    }
    before = level;
  }
  if (numbered && plain !== undefined)
    findings.add('pdf-heading-order', 'Some headings have levels, others are H alone', plain.page);
}
