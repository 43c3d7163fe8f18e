import { cssComments } from '../../../css/comments.ts';
import { imageFormat } from '../image-format.ts';
import { readXml, type XmlElement } from '../read-xml.ts';
import { isLeftOut, svgNamespace } from '../svg-rules.ts';
import { cleanRaster } from './clean-raster.ts';

/** Namespaces of attributes that draw, link or describe for all readers. */
const known: ReadonlySet<string> = new Set([
  '',
  svgNamespace,
  'http://www.w3.org/1999/xlink',
  'http://www.w3.org/XML/1998/namespace',
  'http://www.idpf.org/2007/ops',
]);

/** Without any of these there is nothing to remove. */
const traces =
  /<!--|<\?(?!xml\s)|metadata|[<:]font|foreignObject|xmlns:(?!xlink\b|svg\b)|data:image|\/\*|\s(?:data-|content)/;

/** A stretch of the source and what stands there then. */
interface Cut {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A drawing without what programs wrote into it. */
export interface CleanDrawing {
  readonly source: string;
  /** Whether a photograph in it said where it was taken. */
  readonly hadPlace: boolean;
}

/**
 * A drawing without comments, metadata, and what drawing programs keep for themselves: names of files and
 * folders among it. Photographs in it are cleaned too. An id that several elements have, which no e-book may, stays that of
 * the first, whom what refers to it means. What draws stays as it is.
 *
 * @param source a drawing that was found to be well-formed
 * @param deepest the most levels of elements
 */
export function cleanSvg(source: string, deepest: number): CleanDrawing {
  const repeated = repeatedIds(source);
  if (repeated.size === 0 && !traces.test(source)) return { source, hadPlace: false };
  const cuts: Cut[] = [];
  const chosenBy = attributesChosenBy(source);
  const given = new Set<string>();
  let hadPlace = false;
  let depth = 0;
  /** Depth and beginning of the element that is left out, if one is. */
  let dropped: { readonly depth: number; readonly start: number } | undefined;
  /** Where the text of a stylesheet begins, in one. */
  let styleStart: number | undefined;
  const remark = (start: number, end: number): void => {
    if (dropped === undefined) cuts.push({ start, end, text: '' });
  };
  readXml(source, deepest, {
    open: (element) => {
      depth += 1;
      if (dropped !== undefined) return;
      if (isRemark(element)) dropped = { depth, start: element.start };
      else {
        const found = attributeCuts(source, element, chosenBy);
        // They may be more than a call takes arguments.
        for (const cut of found.cuts) cuts.push(cut);
        if (repeated.size > 0) for (const cut of idCuts(source, element, repeated, given)) cuts.push(cut);
        hadPlace ||= found.hadPlace;
        styleStart = element.name === 'style' ? element.end : undefined;
      }
    },
    close: (end) => {
      if (dropped?.depth === depth) {
        cuts.push({ start: dropped.start, end, text: '' });
        dropped = undefined;
      }
      if (styleStart !== undefined) for (const cut of styleCuts(source, styleStart, end)) cuts.push(cut);
      styleStart = undefined;
      depth -= 1;
    },
    text: () => undefined,
    comment: remark,
    instruction: remark,
  });
  return {
    source: without(
      source,
      cuts.toSorted((a, b) => a.start - b.start),
    ),
    hadPlace,
  };
}

/** The ids that several elements have, but for those that a stylesheet chooses by. */
function repeatedIds(source: string): ReadonlySet<string> {
  const chosen = new Set(
    Array.from(source.matchAll(/#([\w.-]{1,200})(?=[^;"'()<>#]{0,100}\{)/g), ([, id = '']) => id),
  );
  const once = new Set<string>();
  const repeated = new Set<string>();
  for (const [, , id = ''] of source.matchAll(/\sid\s*=\s*(["'])([^"'<&]*)\1/g)) {
    if (once.has(id) && !chosen.has(id)) repeated.add(id);
    once.add(id);
  }
  return repeated;
}

/** The id of a start tag, where an element before has it. */
function idCuts(
  source: string,
  { start, end }: XmlElement,
  repeated: ReadonlySet<string>,
  given: Set<string>,
): Cut[] {
  const [whole = '', , id = ''] = /\sid\s*=\s*(["'])([^"'<&]*)\1/.exec(source.slice(start, end)) ?? [];
  if (!repeated.has(id)) return [];
  const isFirst = !given.has(id);
  given.add(id);
  const at = start + source.slice(start, end).indexOf(whole);
  return isFirst ? [] : [{ start: at, end: at + whole.length, text: '' }];
}

/** What only describes the file, or belongs to one program: nothing of it is shown. */
function isRemark(element: XmlElement): boolean {
  const { namespace, name } = element;
  return namespace !== svgNamespace || name === 'metadata' || isLeftOut(element);
}

/** The comments of a stylesheet; what they stand between stays apart. */
function styleCuts(source: string, start: number, end: number): Cut[] {
  return cssComments(source.slice(start, end)).map((comment) => ({
    start: start + comment.start,
    end: start + comment.end,
    text: '/**/',
  }));
}

/**
 * Attributes of no namespace in which programs keep names of layers, files and whole documents; styles may yet choose
 * by them.
 */
function isOfProgram(name: string, chosenBy: ReadonlySet<string>): boolean {
  return /^(?:data-|content$)/.test(name) && !chosenBy.has(name);
}

/** The attributes by which styles may choose: whatever stands behind a bracket. */
function attributesChosenBy(source: string): ReadonlySet<string> {
  return new Set(Array.from(source.matchAll(/\[\s{0,9}([\w-]{1,200})/g), ([, name = '']) => name));
}

const attribute = /\s+([^\s=]+)\s*=\s*(["'])([^]*?)\2/g;

/** The attributes of a start tag that belong to single programs, and the photographs among them. */
function attributeCuts(
  source: string,
  { attributes, start, end }: XmlElement,
  chosenBy: ReadonlySet<string>,
): { readonly cuts: Cut[]; readonly hadPlace: boolean } {
  const cuts: Cut[] = [];
  let hadPlace = false;
  const tag = source.slice(start, end);
  const byName = new Map(attributes.map((each) => [each.name, each]));
  for (const match of tag.matchAll(attribute)) {
    const [whole, name = '', , written = ''] = match;
    const found = byName.get(name);
    if (found === undefined) continue;
    const from = start + match.index;
    if (!known.has(found.namespace) || isOfProgram(name, chosenBy))
      cuts.push({ start: from, end: from + whole.length, text: '' });
    const photograph = found.local === 'href' ? cleanPhotograph(found.value) : undefined;
    if (photograph === undefined) continue;
    hadPlace ||= photograph.hadPlace;
    const valueEnd = from + whole.length - 1;
    cuts.push({ start: valueEnd - written.length, end: valueEnd, text: photograph.address });
  }
  return { cuts, hadPlace };
}

/** A picture written out in place, cleaned; undefined where there was nothing to remove. */
function cleanPhotograph(
  address: string,
): { readonly address: string; readonly hadPlace: boolean } | undefined {
  const [, head, data] = /^\s*(data:image\/[\w+.-]+;base64,)([^]*)$/.exec(address) ?? [];
  if (head === undefined || data === undefined) return undefined;
  const bytes = Buffer.from(data, 'base64');
  const format = imageFormat(bytes);
  if (format !== 'jpeg' && format !== 'png' && format !== 'gif') return undefined;
  const clean = cleanRaster(bytes, format);
  // No program shows one whose parts cannot be told apart.
  if (clean === undefined) return { address: head, hadPlace: false };
  if (clean.bytes === bytes) return undefined;
  return {
    address: `${head}${Buffer.from(clean.bytes).toString('base64')}`,
    hadPlace: clean.hadPlace,
  };
}

/** @param cuts in the order of the source; of two that share something, the first counts */
function without(source: string, cuts: ReadonlyArray<Cut>): string {
  const kept: string[] = [];
  let at = 0;
  for (const { start, end, text } of cuts) {
    if (start < at) continue;
    kept.push(source.slice(at, start), text);
    at = end;
  }
  kept.push(source.slice(at));
  return kept.join('');
}
