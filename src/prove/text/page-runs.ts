import { createHash } from 'node:crypto';
import { plainData, type Key, type Shelf } from '../../book/shelf.ts';
import { nameIn, Reference } from '../../pdf/content/operand.ts';
import type { Objects } from '../../pdf/file/objects.ts';
import type { FilePage } from '../../pdf/file/pages.ts';
import { TextFonts } from '../../pdf/text/fonts.ts';
import { pageText } from '../../pdf/text/page-text.ts';
import type { TextRun } from '../../pdf/text/run-writer.ts';
import type { Folding } from './folding.ts';

/** What a page shows, of which we make use. */
export type PageRun = Pick<TextRun, 'text' | 'x' | 'y' | 'reversed' | 'artifact'>;

const codec = plainData<PageRun[]>();

/** The runs of the pages of a PDF, folded. */
export class PageRuns {
  readonly #objects: Objects;
  readonly #fonts: TextFonts;
  readonly #shelf: Shelf;
  readonly #folding: string;
  readonly #fontFacts = new Map<number, string>();

  /**
   * @param objects those of the file
   * @param folding how the text is written
   * @param shelf where runs of pages are kept
   */
  constructor(objects: Objects, folding: Folding, shelf: Shelf) {
    this.#objects = objects;
    this.#fonts = new TextFonts(objects, (text) => folding.fold(text));
    this.#shelf = shelf;
    this.#folding = folding.name;
  }

  /** The runs of a page in the order of painting: those of an earlier build where content and fonts are the same. */
  of(page: FilePage): ReadonlyArray<PageRun> {
    const key = this.#keyOf(page);
    const slot = key && this.#shelf.slot(key);
    if (slot?.bytes !== undefined) return codec.unpack(slot.bytes);
    const runs = pageText(page, this.#objects, this.#fonts).map(({ text, x, y, reversed, artifact }) => ({
      text,
      x,
      y,
      reversed,
      artifact,
    }));
    slot?.fill(() => codec.pack(runs));
    return runs;
  }

  /** Undefined where the text depends on more than one stream and its fonts: where it may stand in forms too. */
  #keyOf({ dictionary, resources }: FilePage): Key | undefined {
    const content = this.#objects.packedStream(dictionary.get('Contents'));
    if (content === undefined || resources === undefined) return undefined;
    if (resources.has('XObject') || resources.has('Properties')) return undefined;
    const { dictionary: about, bytes } = content;
    if (nameIn(about.get('Filter')) !== 'FlateDecode' || about.has('DecodeParms')) return undefined;
    const fonts = [...(this.#objects.dictionary(resources.get('Font')) ?? [])];
    const facts = fonts.map(([name, font]) => [
      name,
      font instanceof Reference ? this.#factsOf(font) : 'none',
    ]);
    return [this.#folding, bytes, JSON.stringify(facts)];
  }

  /** What is asked of a font, in words. */
  #factsOf(font: Reference): string {
    const known = this.#fontFacts.get(font.object);
    if (known !== undefined) return known;
    const dictionary = this.#objects.dictionary(font);
    const kind = dictionary === undefined ? 'none' : (nameIn(dictionary.get('Subtype')) ?? 'of no kind');
    const texts = this.#objects.stream(dictionary?.get('ToUnicode'));
    const said = texts === undefined ? 'nothing' : createHash('sha256').update(texts.bytes).digest('hex');
    const facts = `${kind} says ${said}`;
    this.#fontFacts.set(font.object, facts);
    return facts;
  }
}
