import { toString } from 'hast-util-to-string';
import { sections } from '../../book/book.ts';
import { spineWidth } from '../../book/spine.ts';
import type { ComposedBook } from '../../build/composed-book.ts';
import type { Source } from '../../build/source.ts';
import type { PrintedBook } from '../../emit/pdf/print-book.ts';
import type { Fact } from '../protocol.ts';

/** What a composed book is known to have. */
export interface Counted {
  readonly words: number;
  readonly notes: number;
}

/** Languages that write no blanks between words. */
const unspaced = /^(?:ja|km|lo|my|th|yue|zh)\b/;

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

/** Counts the words in the sections of a book, and its notes. */
export function count({ book }: ComposedBook): Counted {
  const texts = sections(book).map(({ tree }) => toString(tree));
  const { language } = book.metadata;
  const segmenter = unspaced.test(language)
    ? new Intl.Segmenter([language, 'en'], { granularity: 'word' })
    : undefined;
  const wordsIn = (text: string): number =>
    segmenter === undefined
      ? (text.match(word)?.length ?? 0)
      : [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length;
  return { words: texts.reduce((sum, text) => sum + wordsIn(text), 0), notes: book.notes.length };
}

/** The facts of a book, as far as they are known. */
export function factsOf(
  counted: Counted | undefined,
  printed: PrintedBook | undefined,
  source: Source | undefined,
): Fact[] {
  const facts: Fact[] = [];
  const number = new Intl.NumberFormat(['en']);
  const pages = printed?.pageMap.pages.length;
  if (pages !== undefined) facts.push({ name: 'Pages', value: number.format(pages) });
  if (counted !== undefined) {
    facts.push({ name: 'Words', value: number.format(counted.words) });
    facts.push({ name: 'Notes', value: number.format(counted.notes) });
  }
  if (printed !== undefined) {
    const { trim } = printed.geometry;
    facts.push({ name: 'Page', value: `${millimetres(trim.width)} × ${millimetres(trim.height)} mm` });
    facts.push({
      name: 'Type',
      value: `${fixed(printed.geometry.fontSize)} / ${fixed(printed.geometry.lineHeight)} pt`,
    });
  }
  const printing = source?.manuscript.printing;
  if (printing !== undefined && pages !== undefined) {
    const spine = spineWidth(printing.printer, printing.paper, pages + (pages % 2));
    facts.push({ name: 'Printer', value: printing.printer.title });
    facts.push({ name: 'Spine', value: `${millimetres(spine)} mm on ${printing.paper.title}` });
  }
  return facts;
}

function millimetres(points: number): string {
  return fixed((points * 25.4) / 72);
}

function fixed(value: number): string {
  return String(Number(value.toFixed(1)));
}
