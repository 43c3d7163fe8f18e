import type { Code } from 'mdast';

/** A kind of code block that another program would run or read, and that is printed here as it stands. */
export interface UnreadCode {
  readonly kind: string;
  readonly looksLike: string;
  readonly hint: string;
  /** What of a block shows that it is one, if it is. */
  isOne(node: Code, source: string): string | undefined;
}

/** The kinds of code blocks, and paragraphs that became code because they are indented. */
export const codeKinds: readonly UnreadCode[] = [
  {
    kind: 'directive-fence',
    looksLike: "MyST's directives",
    hint: 'Write a block such as :::note … :::, or a figure as ![What it shows](path "Caption").',
    isOne: ({ lang }) =>
      /^\{(?:[a-z]+:)?(?:note|tip|warning|caution|danger|important|attention|hint|seealso|admonition|figure|image|table|list-table|toctree|math|epigraph|margin|sidebar|include|bibliography|tableofcontents|glossary|dropdown|div|tab-set|contents)\}$/.exec(
        lang ?? '',
      )?.[0],
  },
  {
    kind: 'executable-fence',
    looksLike: 'code that another program runs (R Markdown, Quarto, Jupyter)',
    hint: 'Nothing is run here: put the results into the text, and write the plain name of the language (```r).',
    isOne: ({ lang, meta }) =>
      /^\{=?[\w.-]+[^}]*\}?$/.exec([lang, meta].filter(Boolean).join(' '))?.[0] ??
      /^\{[A-Za-z]/.exec(lang ?? '')?.[0],
  },
  {
    kind: 'cell-option',
    looksLike: "Quarto's options of a cell",
    hint: 'Delete the lines that begin with #|; a caption belongs to the figure, an id to :::figure{#id}.',
    isOne: ({ value }) => /^(?:#|\/\/|%%)\|[ \t]+[\w-]+:.*$/m.exec(value)?.[0],
  },
];

/** How messages name text that became code. */
export const indentedProse = {
  kind: 'indented-prose',
  looksLike: 'a paragraph that became code, because its lines are indented by a tab or four blanks',
  hint: 'Take the tab or the blanks away; the first line of a paragraph is indented by the theme. Code may stand between ``` and ```.',
} as const;

/**
 * The first words of an indented block of code that reads like a sentence.
 *
 * @param node the code
 * @param source as typed; a fence is the author's own word that code is meant
 */
export function proseInCode({ value, lang }: Code, source: string): string | undefined {
  if (lang || /^[ \t]*(?:`{3}|~{3})/.test(source)) return undefined;
  const text = value.trim();
  const words = text.match(/[\p{L}\p{M}][\p{L}\p{M}’'-]*/gu) ?? [];
  if (words.length < 7 || /[{}<>=;$|\\]|\/\/|::|^\s*[#%]|\w\(/mu.test(text)) return undefined;
  const letters = words.join('').length;
  const isSentence = /^[\p{Lu}\p{Lo}"“„«'‘—–-]/u.test(text) && /[.!?…:,;。！？؟]["”“’»)]*$/u.test(text);
  return isSentence && letters > text.replace(/\s/g, '').length * 0.85
    ? words.slice(0, 6).join(' ')
    : undefined;
}
