import type { RootContent, Text } from 'hast';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { isGenerated, sections, type Book, type Hast } from '../book/book.ts';
import type { Place } from '../book/messages/origin.ts';
import { pointIn } from '../book/messages/point-in.ts';
import type { ScriptUses } from '../language/script-uses.ts';
import { faceScriptOf, usesCharacter } from '../language/scripts.ts';

/** What no font has of a script or of a kind of characters. */
export interface Lacking {
  /** Each once, in reading order. */
  readonly characters: ReadonlySet<string>;
  /** Where each of them stands first; where a text would be blank, the beginnings of blocks. */
  readonly places: ReadonlyArray<Place>;
  /** How often they stand in the book. */
  readonly count: number;
  /** Whether a text would be blank: one in a language of the script, or most of a block. */
  readonly blank: boolean;
}

interface Block {
  letters: number;
  /** How many letters no font has, by kind; of other characters 0. */
  readonly lacking: Map<string, number>;
}

/** A place that is known, or only its file. */
interface Spot {
  readonly file: VFile;
  readonly point: Point | undefined;
}

interface Found {
  readonly characters: Set<string>;
  readonly firsts: Spot[];
  readonly blocks: Spot[];
  count: number;
  blank: boolean;
}

/** Elements whose text is looked at as a whole. */
const blockNames = new Set('p h1 h2 h3 h4 h5 h6 li dt dd td th caption figcaption pre'.split(' '));

/** A block with fewer letters that no font has holds a quoted word, not a text. */
const fewest = 8;

/**
 * What no font has, by script (ISO 15924), or else as `emoji`, `letters` or `signs`.
 *
 * @param missing the characters no font has
 */
export function lackingTexts(
  book: Book<Hast>,
  missing: ReadonlySet<string>,
  uses: ScriptUses,
): ReadonlyMap<string, Lacking> {
  const kinds = new Map([...missing].map((character) => [character, kindOf(character, uses)]));
  const reader = new Reader(kinds, book.metadata.language);
  // What an author wrote is told of where it stands, not where contents repeat it.
  const all = sections(book).toSorted((a, b) => Number(isGenerated(a)) - Number(isGenerated(b)));
  for (const { tree, file } of all) for (const node of tree.children) reader.visit(node, file);
  return reader.found();
}

function kindOf(character: string, uses: ScriptUses): string {
  for (const [script, { characters }] of uses) if (characters.has(character)) return script;
  for (const script of uses.keys()) if (usesCharacter(script, character)) return script;
  if (/[\p{Emoji_Presentation}\p{Extended_Pictographic}]/u.test(character)) return 'emoji';
  return letter.test(character) ? 'letters' : 'signs';
}

const letter = /[\p{L}\p{M}]/u;

class Reader {
  readonly #kinds: ReadonlyMap<string, string>;
  readonly #found = new Map<string, Found>();
  readonly #language: string;

  constructor(kinds: ReadonlyMap<string, string>, language: string) {
    this.#kinds = kinds;
    this.#language = language;
  }

  found(): ReadonlyMap<string, Lacking> {
    return new Map(
      [...this.#found].map(([kind, { firsts, blocks, ...rest }]) => [
        kind,
        { ...rest, places: placesOf(rest.blank ? blocks : firsts) },
      ]),
    );
  }

  visit(node: RootContent, file: VFile, language = this.#language, block = emptyBlock()): void {
    if (node.type === 'text') this.#read(node, file, language, block);
    if (node.type !== 'element') return;
    const { lang } = node.properties;
    const inner = blockNames.has(node.tagName) ? emptyBlock() : block;
    for (const child of node.children)
      this.visit(child, file, typeof lang === 'string' ? lang : language, inner);
    if (inner === block) return;
    for (const [kind, count] of inner.lacking)
      if (count >= fewest && count > inner.letters / 2) this.#of(kind).blank = true;
  }

  #read(node: Text, file: VFile, language: string, block: Block): void {
    for (const character of node.value) {
      const isLetter = letter.test(character);
      if (isLetter) block.letters++;
      const kind = this.#kinds.get(character);
      if (kind === undefined) continue;
      const found = this.#of(kind);
      found.count++;
      const isNew = !found.characters.has(character);
      const spot = {
        file,
        point: isNew || !block.lacking.has(kind) ? placeOf(character, node, file) : undefined,
      };
      if (isNew) found.firsts.push(spot);
      if (!block.lacking.has(kind)) found.blocks.push(spot);
      found.characters.add(character);
      block.lacking.set(kind, (block.lacking.get(kind) ?? 0) + (isLetter ? 1 : 0));
      if (isLetter && faceScriptOf(language) === kind) found.blank = true;
    }
  }

  #of(kind: string): Found {
    const found = this.#found.get(kind) ?? {
      characters: new Set(),
      firsts: [],
      blocks: [],
      count: 0,
      blank: false,
    };
    this.#found.set(kind, found);
    return found;
  }
}

function emptyBlock(): Block {
  return { letters: 0, lacking: new Map() };
}

/** The places that are known; else the beginning of the first file. */
function placesOf(spots: ReadonlyArray<Spot>): Place[] {
  const known = spots.flatMap(({ file, point }) => (point === undefined ? [] : [{ file, point }]));
  const [first] = spots;
  if (known.length > 0 || first === undefined) return known;
  return [{ file: first.file, point: { line: 1, column: 1 } }];
}

/** Where the character stands in the source; the beginning of its text where that spells it otherwise. */
function placeOf(character: string, { position }: Text, file: VFile): Point | undefined {
  const { start, end } = position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return start;
  const source = String(file).slice(start.offset, end.offset);
  return pointIn(file, start.offset + Math.max(0, source.indexOf(character)));
}
