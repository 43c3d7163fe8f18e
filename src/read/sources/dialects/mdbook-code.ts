import type { StepContext } from './dialect.ts';
import { linesOfCode, withCode, type CodeBlock, type Line } from './lines.ts';
import { instead } from './lines.ts';

/**
 * Takes away what mdBook does not show of code: lines of Rust that begin with `# `, of other languages
 * those with the sign that the book or the block names, and what stands behind the language of a block.
 *
 * @see https://rust-lang.github.io/mdBook/format/mdbook.html#hiding-code-lines
 */
export async function step(lines: ReadonlyArray<Line>, context: StepContext): Promise<Line[]> {
  return withCode(lines, (block) => linesOfCode(shown(block, context)));
}

function shown(block: CodeBlock, { dialect }: StepContext): CodeBlock {
  const [language = '', ...words] = block.info.split(/[\s,]+/);
  if (language.startsWith('{')) return block;
  const own = words.map((word) => /^hidelines=(.+)$/.exec(word)?.[1]).find((sign) => sign !== undefined);
  const sign = own ?? dialect.variables?.get(`hidelines.${language}`);
  const isRust =
    language === 'rust' || /^(?:edition\d+|should_panic|no_run|ignore|compile_fail)$/.test(language);
  const name = isRust ? 'rust' : language;
  if (isRust)
    return { ...block, info: name, code: block.code.flatMap((line) => rustLine(line, block.indent)) };
  if (sign === undefined) return { ...block, info: name };
  return { ...block, info: name, code: block.code.filter(({ text }) => !text.trimStart().startsWith(sign)) };
}

/** A line of Rust as it is shown; nothing where it is hidden. */
function rustLine(line: Line, indent: string): Line[] {
  const inner = line.text.startsWith(indent) ? line.text.slice(indent.length) : line.text;
  if (/^[ \t]*#(?: |$)/.test(inner)) return [];
  if (/^[ \t]*##/.test(inner)) return [instead(line, line.text.replace('##', '#'))];
  return [line];
}
