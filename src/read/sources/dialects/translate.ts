import type { VFile } from 'vfile';
import type { FrontMatter } from '../../../book/manuscript.ts';
import { frontMatterOf, takeFrontMatter } from './front-matter.ts';
import { stepNames, type BookContext, type Dialect, type Step, type StepName } from './dialect.ts';
import { withDefinitions } from './divided-notes.ts';
import { linesOf, type Line } from './lines.ts';

/** Where the steps are; each is loaded where a book needs it. */
const steps: Readonly<Record<StepName, () => Promise<{ readonly step: Step }>>> = {
  'mdbook-includes': () => import('./mdbook-includes.ts'),
  'mdbook-code': () => import('./mdbook-code.ts'),
  'mdbook-elements': () => import('./mdbook-elements.ts'),
  images: () => import('./images.ts'),
};

/** A text and what its front matter says. */
export interface Translation {
  readonly frontMatter: FrontMatter;
  /** All of what stands in the front matter. */
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * Has a text of another program read as ours does: its value becomes our Markdown, and messages about it
 * still name the lines on disk.
 *
 * @param file the text, decoded
 * @param options `language` of the book; `lines`: those of the file that are the text, from 1
 */
export async function translate(
  file: VFile,
  dialect: Dialect,
  book: BookContext,
  options: { readonly language: string; readonly lines?: readonly [from: number, to: number] },
): Promise<Translation> {
  const { language, lines: part } = options;
  const { values, lines } = takeFrontMatter(linesOf(String(file)));
  let text: Line[] = part === undefined ? lines : withDefinitions(lines, lines.slice(part[0] - 1, part[1]));
  for (const name of stepNames) {
    if (!dialect.steps.has(name)) continue;
    const { step } = await steps[name]();
    text = await step(text, { file, dialect, book });
  }
  file.value = text.map((line) => line.text).join('\n');
  file.data.origin = { lines: text.map(({ at }) => at) };
  // Where a file holds several chapters, its front matter is that of the book.
  return { frontMatter: part === undefined ? frontMatterOf(values, language) : {}, values };
}
