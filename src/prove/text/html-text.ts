import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';

/** Elements whose content is no text of the book. */
const unread: ReadonlySet<string> = new Set(
  'embed iframe math rp script select style svg template textarea title'.split(' '),
);

/** Elements whose text stands apart; others, those that nobody knows too, belong to the line around them. */
const blocks: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote br caption col colgroup dd details dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol p pre rt section summary table tbody td ' +
    'tfoot th thead tr ul'
  ).split(' '),
);

/** Comments, declarations and tags; the name of a tag in a group of its own. */
const markup = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>|<\/?([a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^'">])*>/gi;

/** Reads the text out of raw HTML, which comes in pieces: a tag at a time amid running text. */
export class HtmlReader {
  /** The element whose end is to come before anything is text again. */
  #unread: string | undefined;
  /** How many of its name stand in it: drawings may hold drawings. */
  #within = 0;

  /** Whether text that comes now is no text of the book. */
  get isHidden(): boolean {
    return this.#unread !== undefined;
  }

  /**
   * The texts of a piece, in their order, parted where a block begins or ends; one more than there are
   * such places.
   */
  read(html: string): string[] {
    const texts: string[] = [''];
    let from = 0;
    const say = (end: number): void => {
      if (!this.isHidden) texts.push(`${texts.pop()}${decoded(html.slice(from, end))}`);
    };
    for (const { 0: tag, 1: written, index } of html.matchAll(markup)) {
      if (index < from) continue;
      say(index);
      from = index + tag.length;
      const name = written?.toLowerCase();
      if (name === undefined) continue;
      if (blocks.has(name)) texts.push('');
      if (this.#unread === undefined) {
        if (unread.has(name) && !tag.startsWith('</') && !tag.endsWith('/>')) this.#unread = name;
      } else if (name !== this.#unread) continue;
      else if (!tag.startsWith('</')) this.#within += name === 'svg' && !tag.endsWith('/>') ? 1 : 0;
      else if (this.#within > 0) this.#within -= 1;
      else this.#unread = undefined;
    }
    say(html.length);
    return texts;
  }
}

/** The text with its character references resolved. */
function decoded(text: string): string {
  return text.includes('&') ? toString(fromHtml(text.replaceAll('<', '&lt;'), { fragment: true })) : text;
}
