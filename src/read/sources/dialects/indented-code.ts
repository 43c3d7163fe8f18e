/** What holds all that is indented below it: items of lists, notes, definitions, boxes, directives. */
const item = /^[ \t]*(?:[-*+]|\(?(?:\d{1,9}|[A-Za-z#]|@[\w-]*)[.)])(?=[ \t]|$)[ \t]*/;
const holder = /^[ \t]*(?:\[\^[^\]]+\]:|[:~][ \t]|!{3}|\?{3}|={3}[ \t]|\.\.[ \t])/;
/** Behind tags of HTML and of templates much is indented. */
const tag = /^[ \t]*(?:<[/!]?[A-Za-z-]|\{[%{])/;

/** How far code is indented, and what an item of a list holds at most behind its sign (CommonMark 0.31, 4.4 and 5.2). */
const step = 4;

/**
 * Tells lines of indented code from what is indented since it belongs to something above; in doubt a line is none.
 * To be asked line by line, fenced code apart.
 */
export class IndentedCode {
  /** From which column on lines belong to what is open. */
  #open: number[] = [];
  #mayBegin = true;
  #isBehindTag = false;

  /** Whether a line is one of indented code. */
  has(text: string): boolean {
    const indent = columnsOf(text);
    if (text.trim() === '') {
      this.#mayBegin = true;
      return false;
    }
    if (this.#mayBegin) this.#close(indent);
    const isCode = this.#mayBegin && !this.#isBehindTag && indent >= (this.#open.at(-1) ?? 0) + step;
    this.#mayBegin = isCode;
    if (isCode) return true;
    if (indent < step || tag.test(text)) this.#isBehindTag = tag.test(text);
    const column = columnOf(text, indent);
    if (column === undefined) return false;
    this.#close(indent);
    this.#open.push(column);
    return false;
  }

  #close(indent: number): void {
    while ((this.#open.at(-1) ?? 0) > indent) this.#open.pop();
  }
}

/** From which column on what follows belongs to a line; undefined where it holds nothing. */
function columnOf(text: string, indent: number): number | undefined {
  if (holder.test(text)) return indent + step;
  const [sign] = item.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const width = columnsOf(sign, sign.length) - indent;
  const bare = sign.trim().length;
  return indent + (width - bare > step || sign.length === text.length ? bare + 1 : width);
}

/** Columns of a text up to a place, by default up to its first letter; tabs go to every fourth. */
function columnsOf(text: string, end = text.search(/[^ \t]|$/)): number {
  let columns = 0;
  for (const sign of text.slice(0, end)) columns += sign === '\t' ? step - (columns % step) : 1;
  return columns;
}
