import { posix } from 'node:path';
import type { StepContext } from './dialect.ts';
import { instead, linesOf, kindsOf, type Line } from './lines.ts';
import { takeFrontMatter } from './front-matter.ts';

const shortcode = /\{\{<[ \t]*(\/?[\w-]+)([^>]*)>\}\}/g;
const deepest = 10;

/**
 * Does what Quarto's shortcodes ask for: includes, variables and page breaks; others are left out.
 *
 * @see https://quarto.org/docs/extensions/shortcodes.html
 */
export async function step(lines: ReadonlyArray<Line>, context: StepContext): Promise<Line[]> {
  return filled(lines, posix.dirname(context.file.path), context, 0);
}

async function filled(
  lines: ReadonlyArray<Line>,
  folder: string,
  context: StepContext,
  depth: number,
): Promise<Line[]> {
  const kinds = kindsOf(lines);
  const result: Line[] = [];
  for (const [index, line] of lines.entries()) {
    const [, included] = /^[ \t]*\{\{<[ \t]*include[ \t]+(\S+)[ \t]*>\}\}[ \t]*$/.exec(line.text) ?? [];
    if (kinds[index] !== 'prose' || !line.text.includes('{{<')) result.push(line);
    else if (included === undefined) result.push(instead(line, inLine(line, context)));
    else {
      const path = posix.normalize(
        included.startsWith('/') ? included.slice(1) : posix.join(folder, included),
      );
      const text = await context.book.textOf(path);
      if (text === undefined) context.book.note('include-missing', context.file, line, included);
      else {
        const inner = takeFrontMatter(linesOf(text)).lines.map((each) => instead(line, each.text));
        result.push(
          ...(depth < deepest ? await filled(inner, posix.dirname(path), context, depth + 1) : inner),
        );
      }
    }
  }
  return result;
}

function inLine(line: Line, { dialect, book, file }: StepContext): string {
  return line.text.replace(shortcode, (whole: string, name: string, rest: string) => {
    const [first = ''] = rest.trim().split(/\s+/);
    if (name === 'pagebreak') return '::page-break';
    if (name === 'var' || name === 'meta') {
      const value = dialect.variables?.get(`${name}.${first}`) ?? dialect.variables?.get(first);
      if (value !== undefined) return value;
    }
    if (name === 'kbd') return `:kbd[${rest.trim()}]`;
    if (name !== 'fa') book.note('template', file, line, whole);
    return '';
  });
}
