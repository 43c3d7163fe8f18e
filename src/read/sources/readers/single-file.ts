import { limits } from '../../../book/limits.ts';
import { readText } from '../../files/text-file.ts';
import { citationsOf } from '../citations-of.ts';
import {
  frontMatterOf,
  hasTitleBlock,
  languageIn,
  namesIn,
  takeFrontMatter,
  wordsIn,
} from '../dialects/front-matter.ts';
import { linesOf, type Line } from '../dialects/lines.ts';
import { headingsIn, type TypedHeading } from '../headings.ts';
import { languageOfText } from '../language-of-text.ts';
import type { SourceBook, SourceFile } from '../source-book.ts';
import { dateIn, pandocSteps } from './quarto.ts';
import { titleOfName } from '../title-of-name.ts';
import { stepsShownIn } from './steps-shown-in.ts';

const largest = limits['chapter-size'].most;

/** Keys of a front matter that Pandoc alone reads. */
const ofPandoc =
  /^(?:bibliography|csl|nocite|documentclass|classoption|geometry|header-includes|toc-depth|numbersections|link-citations|fontsize|mainfont|linestretch)$/;

/** From so many characters on a text with one title is a book, and the headings below it are its chapters. */
const long = 40_000;

/**
 * A book that is one file of Markdown: every heading of the first level begins a chapter, and the front
 * matter says what the book is; without it, a heading that stands above all others.
 *
 * @param root the real path of the folder it lies in
 * @param path the name of the file
 */
export async function readSingleFile(root: string, path: string): Promise<SourceBook> {
  const { file } = await readText(root, path, largest);
  const typed = linesOf(String(file));
  const { values, lines } = takeFrontMatter(typed);
  const isOfPandoc = hasTitleBlock(typed) || Object.keys(values).some((key) => ofPandoc.test(key));
  const { title: stated } = frontMatterOf(values, 'en');
  const { title, chapters } = divided(lines);
  const subtitle = wordsIn(values['subtitle']);
  const author = namesIn(values['author'] ?? values['authors'] ?? values['creator']);
  const language = languageIn(values['lang'] ?? values['language']) ?? languageOfText(String(file));
  const date = dateIn(values['date']);
  const citations = citationsOf(values);
  const isAll = chapters.length < 2;
  return {
    program: isOfPandoc ? 'one file for Pandoc' : 'one file of Markdown',
    file,
    readFrom: [path],
    values: {
      title: stated ?? title ?? titleOfName(path),
      ...(subtitle !== undefined && { subtitle }),
      ...(author.length > 0 && { author }),
      language,
      ...(date !== undefined && { date }),
      ...(citations !== undefined && { citations }),
    },
    entries: isAll ? [{ path }] : chapters.map((range): SourceFile => ({ path, lines: range })),
    dialect: { steps: new Set(isOfPandoc ? ['cells', ...pandocSteps] : stepsShownIn(String(file))) },
    isGuessed: true,
    isOneText: true,
  };
}

/**
 * The lines of each chapter of a text, where several headings of the first level begin some; none where it is one.
 */
export function chaptersIn(lines: ReadonlyArray<Line>): Array<readonly [from: number, to: number]> {
  const top = headingsIn(lines, 1);
  return top.length < 2 ? [] : rangesOf(top, lines);
}

interface Divided {
  readonly title?: string;
  readonly chapters: ReadonlyArray<readonly [from: number, to: number]>;
}

function divided(lines: ReadonlyArray<Line>): Divided {
  const headings = headingsIn(lines, 2);
  const top = headings.filter(({ depth }) => depth === 1);
  const [first] = headings;
  if (top.length === 0 || first === undefined) return { chapters: [] };
  if (top.length === 1) {
    const inner = headings.filter(({ depth }) => depth === 2);
    const isBook = lines.reduce((sum, { text }) => sum + text.length, 0) > long && inner.length > 1;
    const name = first.depth === 1 ? { title: first.title } : {};
    return { ...name, chapters: isBook && first.depth === 1 ? rangesOf(inner, lines, first) : [] };
  }
  const [opening, ...chapters] = top;
  const isTitle =
    opening !== undefined &&
    isBare(lines.slice(opening.index + 1, chapters[0]?.index)) &&
    chapters.length > 1;
  if (!isTitle) return { chapters: rangesOf(top, lines) };
  return { title: opening.title, chapters: rangesOf(chapters, lines, opening) };
}

/**
 * The lines of each chapter, and of what stands before the first.
 *
 * @param title the heading of the whole, which is no text of theirs
 */
function rangesOf(
  headings: ReadonlyArray<TypedHeading>,
  lines: ReadonlyArray<Line>,
  title?: TypedHeading,
): Array<readonly [from: number, to: number]> {
  const from =
    title === undefined ? 0 : title.index + (/^ {0,3}#/.test(lines[title.index]?.text ?? '') ? 1 : 2);
  const starts = headings.map(({ index }) => index);
  const ranges = starts.map((start, index) => [start + 1, starts[index + 1] ?? lines.length] as const);
  const begins = starts[0] ?? 0;
  return isBare(lines.slice(from, begins)) ? ranges : [[from + 1, begins], ...ranges];
}

function isBare(lines: ReadonlyArray<Line>): boolean {
  return lines.every(({ text }) => text.trim() === '' || /^(?:<!--.*-->|-{3,}|={3,})$/.test(text.trim()));
}
