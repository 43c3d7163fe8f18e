import type { StepContext } from './dialect.ts';
import { linesOfCode, withCode, withProse, type Line } from './lines.ts';
import { withoutCommands } from './raw-commands.ts';

/** Commands of LaTeX that concern its pages alone. */
const pageCommands =
  /^[ \t]*\\(?:newpage|clearpage|cleardoublepage|pagebreak|frontmatter|mainmatter|backmatter|appendix|tableofcontents|listoffigures|listoftables|printbibliography|printindex|bigskip|medskip|smallskip|noindent|vspace\*?\{[^}]*\}|addcontentsline\{[^}]*\}\{[^}]*\}\{[^}]*\}|setcounter\{[^}]*\}\{[^}]*\}|pagenumbering\{[^}]*\}|thispagestyle\{[^}]*\})[ \t]*$/;

/**
 * Takes out what Pandoc gives to one kind of output alone: raw blocks of LaTeX and others, and commands that
 * concern its pages; raw HTML stays as it is.
 */
export async function step(lines: ReadonlyArray<Line>, context: StepContext): Promise<Line[]> {
  const withoutRaw = await withCode(lines, (block) => {
    const [, format] = /^\{=([\w.+-]+)\}/.exec(block.info) ?? [];
    if (format === undefined) return linesOfCode(block);
    if (format.startsWith('html')) return block.code;
    context.book.note('raw', context.file, block.opening, `{=${format}}`);
    return [];
  });
  const plain = withProse(withoutRaw, (text) =>
    pageCommands.test(text) ||
    /^[ \t]*\\(?:[a-z]+spacing|raggedright|sloppy|small|normalsize|footnotesize|large|Large|centering|null|mbox\{\})[ \t]*$/.test(
      text,
    )
      ? ''
      : text.replace(/`[^`\n]*`\{=(?!html)[\w.+-]+\}/g, ''),
  );
  return withoutCommands(plain, context);
}
