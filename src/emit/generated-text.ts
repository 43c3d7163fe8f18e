/** Comments, so that they are passed over, and strings (CSS Syntax 3, 4.3.5). */
const stringOrComment = /\/\*.*?(?:\*\/|$)|"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'/gs;

/** An escaped code point, or a character that stands for itself (CSS Syntax 3, 4.3.7). */
const escape = /\\(?:([\da-f]{1,6})[ \t\n]?|(.))/gis;

/**
 * The text a stylesheet may print by itself, such as the ornament between scenes: all its strings.
 *
 * @param css a stylesheet
 */
export function generatedText(css: string): string {
  return [...css.matchAll(stringOrComment)]
    .map(([, double, single]) => double ?? single ?? '')
    .join('')
    .replaceAll(escape, (_, code: string | undefined, character: string | undefined) =>
      code === undefined ? (character ?? '') : characterOf(Number.parseInt(code, 16)),
    );
}

function characterOf(code: number): string {
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '' : String.fromCodePoint(code);
}
