import { outsideCode, withProse, type Line } from './lines.ts';

const paired = /(?<![\\$\p{L}\p{N}])\$(?!\$)((?:[^$\\\n]|\\.)+)\$(?![$\d])/gu;

/**
 * Formulas in the line with blanks within their dollars, `$x $`, which MyST and MathJax take for formulas, without these
 * blanks. What has no sign of TeX and is no letter alone may be a sum of money, and stays.
 *
 * @see https://myst-parser.readthedocs.io/en/latest/syntax/optional.html#math-shortcuts
 */
export function step(lines: ReadonlyArray<Line>): Line[] {
  return withProse(lines, (line) =>
    outsideCode(line, (text) =>
      text.replace(paired, (whole, tex: string) =>
        /^\s|\s$/.test(tex) && (/[\\^_=|]/.test(tex) || /^\s*\p{L}\s*$/u.test(tex))
          ? `$${tex.trim()}$`
          : whole,
      ),
    ),
  );
}
