import { outsideCode, withProse, type Line } from './lines.ts';

const span = /(?<![!\\\]])\[((?:[^[\]\\]|\\.|\[[^[\]]*\](?:\([^)]*\))?)*)\]\{([^{}\n]+)\}/g;
/** Attributes of code in a line, which say how it is coloured where it is. */
const codeAttributes =
  /(?<![\\`])(`[^`\n]+`)\{[ \t]*(?:(?:[.#][\w:.-]+|[\w-]+=(?:"[^"]*"|'[^']*'|[\w.-]+))[ \t]*)+\}/g;
/** A link with attributes, which say how it is opened or looks. */
const linkAttributes =
  /((?<![!\\])\[(?:[^[\]\\]|\\.|\[[^[\]]*\])*\]\([^()\s]*(?:[ \t]+"[^"]*")?\)|<[a-z][a-z+.-]*:[^<>\s]+>)\{([^{}\n]+)\}/g;
const attribute = /^(?:[#.][\w:.-]+|[\w-]+=(?:"[^"]*"|'[^']*'|\S+))(?:[ \t]+|$)/;

/**
 * Makes of spans with attributes, `[words]{.smallcaps}`, what ours say in other ways; classes that we have
 * nothing for leave the words as they are, and attributes of links and of code in a line leave these.
 *
 * @see https://pandoc.org/MANUAL.html#extension-bracketed_spans
 */
export function step(lines: ReadonlyArray<Line>): Line[] {
  return withProse(lines, (text) => {
    const plain = text.includes('`{') ? text.replace(codeAttributes, '$1') : text;
    if (!/[\])>]\{/.test(plain)) return plain;
    return outsideCode(plain, (prose) =>
      withoutSpans(prose).replace(linkAttributes, (whole, link: string, typed: string) =>
        isAttributes(typed) ? link : whole,
      ),
    );
  });
}

function withoutSpans(text: string): string {
  return text.replace(span, (whole: string, words: string, typed: string, offset: number) => {
    const before = text.slice(0, offset);
    // A directive of ours has brackets and braces too.
    if (/:[A-Za-z][\w-]*$/.test(before) || !isAttributes(typed)) return whole;
    const id = /#([\w:.-]+)/.exec(typed)?.[1];
    const language = /\blang=["']?([\w-]+)/.exec(typed)?.[1];
    const anchor = id === undefined ? '' : `<a id="${id}"></a>`;
    return `${anchor}${styled(words, typed, language)}`;
  });
}

function isAttributes(typed: string): boolean {
  let rest = typed.trim();
  while (rest !== '') {
    const [match] = attribute.exec(rest) ?? [];
    if (match === undefined) return false;
    rest = rest.slice(match.length);
  }
  return true;
}

function styled(words: string, typed: string, language: string | undefined): string {
  if (/\.(?:smallcaps|sc)\b/.test(typed)) return `:smallcaps[${words}]`;
  if (/\.mark\b/.test(typed)) return `==${words}==`;
  if (language !== undefined) return `:lang[${words}]{${language}}`;
  return words;
}
