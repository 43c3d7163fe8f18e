/** What a stylesheet asks for from outside itself. */
export interface CssReference {
  readonly kind: 'url' | 'import';
  /** The address, its escapes resolved; empty for an import, which is refused whatever it names. */
  readonly address: string;
  /** Where it begins, in code units. */
  readonly offset: number;
}

/** Functions whose string is an address. */
const addressed = new Set(['url', 'src', 'image', 'image-set', '-webkit-image-set']);

const token = new RegExp(
  [
    String.raw`(?<comment>\/\*[^]*?(?:\*\/|$))`,
    String.raw`(?<string>"(?:[^"\\\n]+|\\[^])*"?|'(?:[^'\\\n]+|\\[^])*'?)`,
    String.raw`(?<word>@?(?:[\w\u0080-\uFFFF-]+|\\[\da-fA-F]{1,6}\s?|\\[^\n])+)(?<call>\()?`,
    String.raw`(?<open>\()`,
    String.raw`(?<close>\))`,
  ].join('|'),
  'g',
);

const bareAddress = /\s*(?!["'\s])((?:[^)\\]+|\\[^])*)/y;

/**
 * Every address and import in a stylesheet, in order (CSS Syntax Module Level 3, section 4):
 * comments and strings elsewhere are passed over, escapes are seen through.
 *
 * @param css the text of the stylesheet
 */
export function cssReferences(css: string): CssReference[] {
  const references: CssReference[] = [];
  const functions: Array<{ readonly name: string; readonly offset: number }> = [];
  const tokens = new RegExp(token.source, token.flags);
  for (let match = tokens.exec(css); match !== null; match = tokens.exec(css)) {
    const { string, word, call, open, close } = match.groups ?? {};
    const offset = match.index;
    if (string !== undefined) {
      const caller = functions.at(-1);
      if (caller !== undefined && addressed.has(caller.name)) {
        const address = unescape(string.replace(/^["']|["']$/g, ''));
        references.push({ kind: 'url', address, offset: caller.name === 'url' ? caller.offset : offset });
      }
    } else if (word !== undefined) {
      const name = unescape(word).toLowerCase();
      if (name === '@import') references.push({ kind: 'import', address: '', offset });
      const bare = name === 'url' && call !== undefined ? bareAt(css, tokens.lastIndex) : undefined;
      if (bare !== undefined) {
        references.push({ kind: 'url', address: unescape(bare.text.trim()), offset });
        tokens.lastIndex = bare.end;
        // The closing bracket is met next and ends this entry.
      }
      if (call !== undefined) functions.push({ name, offset });
    } else if (open !== undefined) functions.push({ name: '', offset });
    else if (close !== undefined) functions.pop();
  }
  return references;
}

function bareAt(css: string, offset: number): { readonly text: string; readonly end: number } | undefined {
  const pattern = new RegExp(bareAddress.source, bareAddress.flags);
  pattern.lastIndex = offset;
  const text = pattern.exec(css)?.[1];
  return text === undefined ? undefined : { text, end: pattern.lastIndex };
}

/** The text with its CSS escapes resolved (CSS Syntax Module Level 3, section 4.3.7). */
function unescape(text: string): string {
  return text.replace(/\\(?:([\da-f]{1,6})\s?|\n|([^]))/gi, (_, code?: string, letter?: string) => {
    if (code === undefined) return letter ?? '';
    const point = Number.parseInt(code, 16);
    return point === 0 || point > 0x10ffff ? '\uFFFD' : String.fromCodePoint(point);
  });
}
