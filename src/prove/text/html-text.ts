import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';

/** Elements whose content is no text of the book. */
const unread: ReadonlySet<string> = new Set(
  'applet canvas embed iframe math noscript object rp script select style svg template textarea title'.split(
    ' ',
  ),
);

/** Comments, declarations and tags; the name of a tag in a group of its own. */
const markup = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>|<\/?([a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^'">])*>/gi;

/** Reads the text out of raw HTML, which comes in pieces: a tag at a time amid running text. */
export class HtmlReader {
  /** The element whose end is to come before anything is text again. */
  #unread: string | undefined;

  /** Whether text that comes now is no text of the book. */
  get isHidden(): boolean {
    return this.#unread !== undefined;
  }

  /**
   * The texts of a piece, in their order.
   *
   * @returns `moves`: whether a browser may move them, as it does with what stands astray in tables
   */
  read(html: string): { readonly texts: string[]; readonly moves: boolean } {
    const texts: string[] = [];
    let moves = false;
    let from = 0;
    const say = (end: number): void => {
      const text = html.slice(from, end);
      if (!this.isHidden && text.trim() !== '') texts.push(decoded(text));
    };
    for (const { 0: tag, 1: written, index } of html.matchAll(markup)) {
      if (index < from) continue;
      say(index);
      from = index + tag.length;
      const name = written?.toLowerCase();
      if (name === undefined) continue;
      moves ||= name === 'table';
      if (this.#unread === undefined) {
        if (unread.has(name) && !tag.startsWith('</') && !tag.endsWith('/>')) this.#unread = name;
      } else if (tag.startsWith('</') && name === this.#unread) this.#unread = undefined;
    }
    say(html.length);
    return { texts, moves };
  }
}

/** The text with its character references resolved. */
function decoded(text: string): string {
  return text.includes('&') ? toString(fromHtml(text.replaceAll('<', '&lt;'), { fragment: true })) : text;
}
