import { instead, linesOfCode, withCode, type Line } from './lines.ts';

/**
 * Puts the name that a block of code is given behind its language above it: `js:name.js` and `js title=name.js`
 * of Vivliostyle, Zenn and others.
 *
 * @see https://vivliostyle.github.io/vfm/#/vfm#code
 */
export async function step(lines: ReadonlyArray<Line>): Promise<Line[]> {
  return withCode(lines, (block) => {
    const [, language = '', named, double, bare] =
      /^([\w+#-]*)(?::(\S+)|[ \t]+title=(?:"([^"]*)"|(\S+)))/.exec(block.info) ?? [];
    const title = named ?? double ?? bare;
    if (title === undefined || title === '') return linesOfCode(block);
    const above = ['', `\`${title}\``, ''].map((text) =>
      instead(block.opening, `${block.indent}${text}`.trimEnd()),
    );
    return [...above, ...linesOfCode({ ...block, info: language })];
  });
}
