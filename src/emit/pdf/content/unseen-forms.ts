import { PDFArray, PDFDict, PDFName, PDFRawStream } from 'pdf-lib';
import { nameIn } from '../../../pdf/content/operand.ts';
import { Operations } from '../../../pdf/content/operations.ts';
import { resourcesFor, type ContentOwner } from './content-owners.ts';
import { Replacements } from './replacements.ts';
import { unpacked } from './rewrite-streams.ts';

const states = PDFName.of('ExtGState');
const objects = PDFName.of('XObject');
const maskKey = PDFName.of('SMask');
const boxKey = PDFName.of('BBox');

/** What of the content of a page or a form nobody sees. */
export interface UnseenForms {
  /** What forms are taken out by, besides the content. */
  readonly facts: string;
  /** The content without the forms that a mask hides altogether; the content itself where there are none. */
  readonly drop: (content: Uint8Array) => Uint8Array;
}

/**
 * The forms of an owner that a mask hides altogether (ISO 32000-1, 11.6.5.2). What Chrome masks it paints twice:
 * outside of the area of the mask, which is all of it, and then through the mask. Masks are read at once, before
 * anything in the file is rewritten.
 */
export function unseenForms(owner: ContentOwner): UnseenForms {
  const masks = hidingMasks(owner);
  if (masks.size === 0) return { facts: '', drop: (content) => content };
  const placed = resourcesFor(owner)?.lookupMaybe(objects, PDFDict);
  const names = placed?.keys() ?? [];
  const boxes = new Map(names.map((name) => [name.decodeText(), boxOf(placed?.lookup(name))] as const));
  return {
    facts: [...masks, ...boxes].map((pair) => pair.join(' ')).join('\n'),
    drop: (content) => dropUnder(masks, boxes, content),
  };
}

type Boxes = ReadonlyMap<string, string | undefined>;

function dropUnder(masks: Boxes, boxes: Boxes, content: Uint8Array): Uint8Array {
  const pieces = new Replacements(content);
  const outer: Array<string | undefined> = [];
  let hidden: string | undefined;
  const operations = new Operations(content);
  while (operations.next()) {
    const { operator, start, end } = operations;
    if (operator === 'q') outer.push(hidden);
    else if (operator === 'Q') hidden = outer.pop();
    else if (operator === 'gs') {
      const name = nameIn(operations.operand(0)) ?? '';
      if (masks.has(name)) hidden = masks.get(name);
    } else if (operator === 'Do' && hidden !== undefined) {
      if (boxes.get(nameIn(operations.operand(0)) ?? '') === hidden) pieces.replace(start, end, '');
    }
  }
  return pieces.joined();
}

/** The states that change the mask, by their names: the box in which it hides everything, if it does. */
function hidingMasks(owner: ContentOwner): ReadonlyMap<string, string | undefined> {
  const named = resourcesFor(owner)?.lookupMaybe(states, PDFDict);
  const masks = (named?.entries() ?? []).flatMap(([name]) => {
    const mask = named?.lookupMaybe(name, PDFDict)?.lookup(maskKey);
    if (mask === undefined) return [];
    return [[name.decodeText(), mask instanceof PDFDict ? hiddenBox(mask) : undefined] as const];
  });
  return masks.some(([, box]) => box !== undefined) ? new Map(masks) : new Map();
}

/** The box of a mask that covers all of it and is turned into its opposite. */
function hiddenBox(mask: PDFDict): string | undefined {
  const group = mask.lookup(PDFName.of('G'));
  const transfer = mask.lookup(PDFName.of('TR'));
  if (!(group instanceof PDFRawStream) || !(transfer instanceof PDFRawStream)) return undefined;
  if (mask.get(PDFName.of('S')) !== PDFName.of('Alpha') || textOf(transfer) !== '{1 exch sub}')
    return undefined;
  const box = boxOf(group);
  const [x, y, width, height] = (box ?? '').split(' ');
  const isFull = x === '0' && y === '0' && filled.exec(textOf(group))?.[1] === `0 0 ${width} ${height} re`;
  return isFull && isOpaque(group.dict) ? box : undefined;
}

/** One rectangle in one colour, as Chrome writes it. */
const filled = /^0 0 0 RG 0 0 0 rg\s+\/\w+ gs\s+(0 0 [\d.]+ [\d.]+ re)\s+f$/;

function isOpaque(group: PDFDict): boolean {
  const named = resourcesFor(group)?.lookupMaybe(states, PDFDict);
  return (named?.keys() ?? []).every((name) => {
    const alpha = named?.lookupMaybe(name, PDFDict)?.get(PDFName.of('ca'));
    return alpha?.toString() === '1';
  });
}

function boxOf(form: unknown): string | undefined {
  const box = form instanceof PDFRawStream ? form.dict.lookup(boxKey) : undefined;
  return box instanceof PDFArray ? box.asArray().join(' ') : undefined;
}

function textOf(stream: PDFRawStream): string {
  return Buffer.from(unpacked(stream) ?? [])
    .toString('latin1')
    .trim();
}
