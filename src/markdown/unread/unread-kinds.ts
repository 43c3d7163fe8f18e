import type { Scanned } from '../scan-prose.ts';

/**
 * A kind of markup that other programs read, or that a slip of the pen keeps from being read: matched
 * against running text as typed, in which code, formulas and addresses are `\0`.
 */
export interface UnreadKind extends Scanned {
  /** Its name, unique. */
  readonly kind: string;
  /** What a place looks like, for messages: "Obsidian's embedded files". */
  readonly looksLike: string;
  /** What to write instead. */
  readonly hint: string;
  /** A book that has more places of it means what it writes. */
  readonly most?: number;
}

/** The beginning of a line, within quotations too. */
const line = '(?<=^[ \\t>]{0,100})';
const atLine = (rest: string): RegExp => new RegExp(`${line}(?:${rest})`, 'gmu');
/** Not escaped: a backslash before it is the author's own word that no markup is meant. */
const typed = (rest: string): RegExp => new RegExp(`(?<!\\\\)(?:${rest})`, 'gu');

/** As many characters as are looked through for the end of what one sign opens: behind each such sign they are anew. */
const some = '{0,1000}';

/** What authors put into brackets of their own before an address: where a text lies, its language, what was changed. */
const notCited =
  "(?!(?:sic|pdf|html?|doi|url|online|archived?|accessed|via|in \\p{Lu}|(?:my|our|author’s|author's|emphasis|italics)\\b)[^\\]]*\\])";

const asDirective =
  'Write a block such as :::note … ::: (see the chapter on elements), or escape the first sign with a backslash.';

/**
 * Every kind, the more telling ones first: what one kind has found is not looked at again.
 * The dialects are those of their programs' manuals: Pandoc 3, Quarto 1, bookdown, GitHub,
 * Obsidian, Markua, MyST, kramdown, Liquid, MkDocs, LaTeX.
 */
export const unreadKinds: readonly UnreadKind[] = [
  {
    kind: 'fence',
    signs: [':::'],
    looksLike: 'the fence of a block (:::) that nothing opens or closes',
    pattern: atLine(':{3,}[^\\n]*'),
    hint: 'Open the block with :::name at the beginning of a line of its own and close it with ::: alone.',
  },
  {
    kind: 'toml-front-matter',
    signs: ['+++'],
    looksLike: 'front matter between +++, as Hugo has it,',
    pattern: /^\+{3}[ \t]*\n[ \t]*[\w.-]+[ \t]*=[^\n]*/g,
    hint: 'Write it between two lines ---, with colons: title: Two.',
  },
  {
    kind: 'grid-table',
    signs: ['+'],
    looksLike: "Pandoc's grid tables",
    pattern: atLine('\\+(?:[-=:]{3,}\\+)+[ \\t]*'),
    hint: 'Write a pipe table: | a | b |, with a line |---|---| below its head.',
  },
  {
    kind: 'table-row',
    signs: ['|'],
    looksLike: 'a table without the line |---|---| below its head',
    pattern: atLine('\\|[^\\n]*\\|[^\\n]*\\|[ \\t]*$'),
    hint: 'Put a line such as |---|---| below the first row, with as many columns, and a blank line above it.',
  },
  {
    kind: 'table-caption',
    signs: [':'],
    looksLike: "Pandoc's caption of a table",
    pattern: /^(?:[Tt]able)?:[ \t]+(?=\p{L})[^\n]*/gu,
    hint: 'Put the table and its caption, each a paragraph of its own, between :::table and :::.',
  },
  {
    kind: 'line-block',
    signs: ['|'],
    looksLike: "Pandoc's line blocks",
    pattern: atLine('\\|[ \\t]+\\S[^\\n|]*$'),
    hint: 'Write verse between :::verse and :::, line for line.',
  },
  {
    kind: 'heading',
    signs: ['##'],
    looksLike: 'a heading without the blank behind its signs',
    pattern: atLine('#{2,6}(?=[^\\s#])[^\\n]*'),
    hint: 'Write ## Two, with a blank; escape the first sign (\\#) if no heading is meant.',
  },
  {
    kind: 'special-blank',
    signs: ['\u00A0'],
    looksLike: 'a heading or a list whose blank is a special one (a no-break space)',
    pattern: atLine('(?:#{1,6}|[-*+]|\\d{1,3}[.)])\\u00A0[^\\n]*'),
    hint: 'Type an ordinary blank behind the sign: on a Mac, Option must not be held.',
  },
  {
    kind: 'deep-heading',
    signs: ['#######'],
    looksLike: 'a heading of a seventh level, which there is not,',
    pattern: atLine('#{7,}[ \\t][^\\n]*'),
    hint: 'Headings have six levels at most: write ###### or fewer.',
  },
  {
    kind: 'tight-list',
    signs: ['\n-'],
    looksLike: 'a list without the blanks behind its signs',
    pattern: atLine('-(?=\\p{L})[^\\n]{1,500}\\n-(?=\\p{L})[^\\n]{1,500}'),
    hint: 'Write - One, with a blank; leave an empty line between paragraphs that begin so.',
  },
  {
    kind: 'tight-stars',
    signs: ['\n*'],
    looksLike: 'a list without the blanks behind its stars',
    pattern: atLine('\\*(?=\\p{L})[^*\\n]{1,500}\\n\\*(?=\\p{L})[^*\\n]{1,500}$'),
    hint: 'Write * One, with a blank.',
  },
  {
    kind: 'tight-numbers',
    signs: ['\n2'],
    looksLike: 'a list without the blanks behind its numbers',
    pattern: atLine('\\d{1,2}[.)](?=\\p{L})[^\\n]{1,500}\\n2[.)](?=\\p{L})[^\\n]{0,500}'),
    hint: 'Write 1. One, with a blank.',
  },
  {
    kind: 'late-numbers',
    signs: ['\n3'],
    looksLike: 'a list directly below a paragraph, which only one that begins with 1 may be,',
    pattern: atLine('2[.)] [^\\n]{1,500}\\n3[.)] [^\\n]{0,500}'),
    hint: 'Leave an empty line above the list.',
  },
  {
    kind: 'bullets',
    signs: ['\n•'],
    looksLike: 'a list whose signs are typographic, and its lines run on in a paragraph',
    pattern: atLine('•[ \\t]*(?=\\S)[^\\n]{1,500}\\n•[^\\n]{0,500}'),
    hint: 'Begin each line with a hyphen and a blank: - One.',
  },
  {
    kind: 'mkdocs-admonition',
    signs: ['!!!'],
    looksLike: "MkDocs' admonitions",
    pattern: atLine('!!![ \\t]+\\w[^\\n]*'),
    hint: asDirective,
  },
  {
    kind: 'rst-directive',
    signs: ['::'],
    looksLike: "reStructuredText's directives",
    pattern: atLine('\\.\\.[ \\t]+[\\w-]+::[^\\n]*'),
    hint: asDirective,
  },
  {
    kind: 'markua-aside',
    signs: ['>'],
    looksLike: "Markua's asides",
    pattern: atLine('[ABDEITWXQ]>(?:[ \\t]|$)[^\\n]*'),
    hint: asDirective,
  },
  {
    kind: 'module-import',
    signs: ['from'],
    looksLike: "MDX's imports",
    pattern: atLine('(?:import|export)\\s[^\\n]*\\sfrom\\s+[\'"][^\'"\\n]+[\'"];?[ \\t]*$'),
    hint: 'Delete the line: a book runs no programs.',
  },
  {
    kind: 'myst-target',
    signs: [')='],
    looksLike: "MyST's targets",
    pattern: atLine('\\([\\w-]+\\)=[ \\t]*$'),
    hint: 'Give the heading an id of its own: ## Title {#name}.',
  },
  {
    kind: 'alert',
    signs: ['[!'],
    looksLike: "GitHub's or Obsidian's alerts, of a kind that is none here or outside a quotation",
    pattern: atLine('\\[![A-Za-z][\\w-]*\\][+-]?'),
    hint: 'Write > [!NOTE], or tip, important, warning, caution; or put a title of your own behind the sign.',
  },
  {
    kind: 'wiki-embed',
    signs: ['![['],
    looksLike: "Obsidian's embedded files",
    pattern: typed('!\\[\\[[^\\]\\n]+\\]\\]'),
    hint: 'Write ![What it shows](images/file.png).',
  },
  {
    kind: 'wiki-link',
    signs: ['[['],
    looksLike: "Obsidian's links",
    pattern: typed('\\[\\[[^\\]\\n]+\\]\\]'),
    hint: 'Write [the words](02-file.md), or :ref[02-file.md] for a reference by name.',
  },
  {
    kind: 'obsidian-comment',
    signs: ['%%'],
    looksLike: "Obsidian's comments",
    pattern: typed('%%[^%\\n]+%%'),
    hint: 'Write <!-- … -->, which is left out of the book.',
  },
  {
    kind: 'image',
    signs: ['!['],
    looksLike: 'an image',
    pattern: typed('!\\[[^\\]\\n]*\\]\\([^)\\n]+\\)'),
    hint: 'Write ![What it shows](path "Caption"), the path without parentheses or between < and >.',
  },
  {
    kind: 'link',
    signs: [']('],
    looksLike: 'a link',
    pattern: typed(
      '(?<![!\\w])\\[[^\\]\\n]+\\]\\((?:https?:|\\.{0,2}/|[^()\\n]*\\.(?:md|html?|qmd|Rmd)\\b)[^)\\n]*\\)',
    ),
    hint: 'Write [the words](address), the address without blanks or between < and >.',
  },
  {
    kind: 'myst-role',
    signs: ['`'],
    looksLike: "MyST's roles",
    pattern: typed('\\{[a-z][\\w:-]*\\}(?=\\0)|(?<![\\w:]):[a-z][\\w-]*(?::[\\w-]+)?:(?=\\0)'),
    hint: 'Write :ref[target] for a reference, [the words](file.md) for a link, $…$ for a formula.',
  },
  {
    kind: 'inline-note',
    signs: ['^['],
    looksLike: 'a note in place that is never closed',
    pattern: typed('\\^\\[(?!\\^)[^\\n]{0,60}'),
    hint: 'Close the note with ] in the same paragraph; brackets inside it come in pairs. Write \\^[ if the signs are meant.',
  },
  {
    kind: 'single-tilde',
    signs: ['~'],
    looksLike: 'words struck out between single tildes',
    pattern: typed('(?<![\\p{L}\\p{N}~])~(?=[^\\s~])[^~/\\n]{0,80}(?<=[^\\s\\\\])~(?![\\p{L}\\p{N}~])'),
    hint: 'Write ~~words~~ to strike them out, H~2~O without blanks for what is lowered; escape the first tilde (\\~) if it is meant.',
  },
  {
    kind: 'liquid-tag',
    signs: ['{%'],
    looksLike: "Liquid's or Nunjucks' tags",
    pattern: typed(`\\{%[^\\n]${some}?%\\}`),
    hint: 'Write what the tag stands for: no template is run.',
  },
  {
    kind: 'template-value',
    signs: ['{{'],
    looksLike: 'values and includes of templates (Liquid, mdBook, Quarto)',
    pattern: typed(`\\{\\{[^\\n]${some}?\\}\\}`),
    hint: 'Write the text itself: no template is run and no file is included.',
  },
  {
    kind: 'bookdown-reference',
    signs: ['@ref('],
    looksLike: "bookdown's cross-references",
    pattern: /\\@ref\([^)\n]*\)/g,
    hint: 'Write :ref[target], where the target is the id of a figure, table or heading.',
  },
  {
    kind: 'quarto-reference',
    signs: ['@'],
    looksLike: "Quarto's cross-references",
    pattern: typed('(?<![\\w./@])@(?:fig|tbl|tab|sec|eq|lst|thm|lem|cor|def|exm|exr)[-:][\\w:-]+'),
    hint: 'Write :ref[target], where the target is the id of a figure, table or heading.',
  },
  {
    kind: 'citation',
    signs: ['@'],
    looksLike: "Pandoc's citations",
    pattern: typed('\\[(?:[^\\]\\n]*[\\s;-])?@[\\p{L}\\p{N}_][^\\]\\n]*\\]'),
    hint: 'Name the bibliography in book.yaml, `citations: references.bib`, or write the reference as a note: [^smith].',
  },
  {
    kind: 'latex-block',
    signs: ['{'],
    looksLike: 'LaTeX',
    pattern: typed(`\\\\(?:begin|end)\\{[^}\\n]${some}\\}`),
    hint: 'Write formulas between $$ and $$, everything else in Markdown.',
  },
  {
    kind: 'latex-maths',
    signs: ['\\'],
    looksLike: "LaTeX's formulas",
    pattern: new RegExp(
      `\\\\\\[(?=[^\\]\\n]${some}(?:[\\^_]|\\\\[a-z]))[^\\n]${some}?\\\\\\]|(?<=^[ \\t>]{0,9})\\\\\\[(?=[^\\]\\n]${some}=)[^\\n]${some}?\\\\\\]|\\\\\\((?=[^)\\n]${some}(?:[\\^_=]|\\\\[a-z]))[^\\n]${some}?\\\\\\)`,
      'gm',
    ),
    hint: 'Write formulas as $…$ in the line and as $$ … $$ on lines of their own.',
  },
  {
    kind: 'latex-command',
    signs: ['\\'],
    looksLike: 'LaTeX',
    pattern:
      /(?<!\\)\\(?:[a-zA-Z]{2,}\*?(?=[{[])|(?:LaTeX|TeX|newpage|clearpage|pagebreak|noindent|bigskip|medskip|smallskip|hfill|vfill|tableofcontents|printindex|maketitle|centering|itemize|ldots|par)(?![A-Za-z]))/g,
    hint: 'Write it in Markdown; formulas stand between $ signs.',
  },
  {
    kind: 'kramdown-attributes',
    signs: ['{:'],
    looksLike: "kramdown's attributes",
    pattern: typed(`\\{:[^}\\n]${some}\\}`),
    hint: 'Write a block :::name{.class}, or leave the attributes out.',
  },
  {
    kind: 'attributes',
    signs: ['{'],
    looksLike: "Pandoc's attributes",
    pattern: typed(
      '\\{(?:[#.][\\p{L}_][\\w:.-]*|[\\p{L}][\\w-]*=(?:"[^"\\n]*"|[^\\s{}"]+))(?:[\\s,]+[^{}\\n]*)?\\}',
    ),
    hint: 'Only headings and images take attributes in braces; around text write :smallcaps[…], :lang[…]{de} or a block :::name{.class}.',
  },
  {
    kind: 'markua-attributes',
    signs: ['{'],
    looksLike: "Markua's signs in braces",
    pattern: atLine(
      '\\{(?:pagebreak|blurb|/?aside|sample|exercise|quiz|frontmatter|mainmatter|backmatter|book|course|/?[a-z-]+)[^}\\n]*\\}[ \\t]*$',
    ),
    hint: 'Write a block :::name … :::, a role in the front matter, or ::page-break.',
  },
  {
    kind: 'emoji-name',
    signs: [':'],
    looksLike: 'the name of an emoji',
    pattern: typed('(?<![\\w:/.]):[a-z][a-z0-9_+-]+:(?![\\w/:])'),
    hint: 'Type the character itself, or escape the first colon with a backslash.',
  },
  {
    kind: 'entity',
    signs: ['&'],
    looksLike: 'a character reference without its semicolon',
    pattern:
      /&(?:nbsp|mdash|ndash|hellip|shy|thinsp|lsquo|rsquo|ldquo|rdquo|eacute|auml|ouml|uuml)(?![;\w])/g,
    hint: 'Type the character itself, or write its name with a semicolon: &nbsp;.',
  },
  {
    kind: 'strong',
    signs: ['**'],
    looksLike: 'strong emphasis',
    pattern: typed('(?<!\\*)\\*\\*(?!\\*)[^*\\n]*[^*\\s\\\\][^*\\n]*\\*\\*(?!\\*)'),
    hint: 'Put the signs directly beside the words, **like this**, and a blank or a stop outside them; write <strong>…</strong> where letters must touch them.',
  },
  {
    kind: 'open-emphasis',
    signs: ['_'],
    looksLike: 'emphasis that never ends',
    pattern: typed('(?<![_\\p{L}\\p{N}])_(?=[\\p{L}“‘«„])[^_\\n]{2,300} [^_\\n\\0]{1,300}$'),
    hint: 'Put _ behind its last word, too; escape the sign (\\_) if it is meant.',
  },
  {
    kind: 'open-star',
    signs: ['*'],
    looksLike: 'emphasis that never ends',
    // Not at the beginning, where a star may be that of a note; linguists put one before forms that are not attested.
    pattern: typed(
      '(?=\\*[\\p{L}“‘«„])(?<!\\*[^]{0,1000}?)(?<=[\\p{L}\\p{N},;:“‘«„(] ?)(?<![\\p{L}\\p{N}*])\\*(?=[\\p{L}“‘«„])[^*\\n]{2,300} [^*\\n\\0]{1,300}$',
    ),
    hint: 'Put * behind its last word, too; escape the sign (\\*) if it is meant.',
    most: 2,
  },
  {
    kind: 'half-strong',
    signs: ['**'],
    looksLike: 'strong emphasis that ends with one star',
    // What is left of **words*: a star beside emphasis.
    pattern: typed('(?<![*\\p{L}\\p{N}\\0])\\*\\0[^\\0*\\n]{1,300}\\0(?!\\*)'),
    hint: 'Put ** behind its last word, too; escape the first sign (\\*) if it is meant.',
  },
  {
    kind: 'open-comment',
    signs: ['<!--'],
    looksLike: 'a comment that is never closed',
    pattern: typed('<!--[^\\0]{0,1000}$'),
    hint: 'Close it with -->, or write \\< if the sign itself is meant.',
  },
  {
    kind: 'directive-in-parentheses',
    signs: [':'],
    looksLike: 'a directive with parentheses in the place of brackets',
    pattern: typed(
      '(?<![\\p{L}\\p{N}:]):(?:lang|smallcaps|index|sub|sup|mark|cite|kbd|abbr|[Rr]ef|page)\\([^()\\n]{1,300}\\)',
    ),
    hint: 'Put the words in brackets: :lang[Die Welt]{de}.',
  },
  {
    kind: 'open-strong',
    signs: ['**'],
    looksLike: 'strong emphasis that never ends',
    pattern: typed('(?<![*\\p{L}\\p{N}])\\*\\*(?=[\\p{L}\\p{N}“‘«„])[^*\\n]{1,300}'),
    hint: 'Put ** behind its last word, too; escape the signs (\\*\\*) if they are meant.',
  },
  {
    kind: 'parted-link',
    signs: ['] ('],
    looksLike: 'a picture or a link with a blank within',
    pattern: typed(
      '!?\\[[^\\]\\n]{0,300}\\] \\([^()\\s]{1,300}\\.(?:md|png|jpe?g|svg|gif|webp|avif|tiff?)\\)',
    ),
    hint: 'Write [the text](the path), with nothing between ] and (.',
  },
  {
    kind: 'parted-web-link',
    signs: ['] ('],
    looksLike: 'a link with a blank within',
    pattern: typed(`\\[${notCited}[^\\][\\n\\d]{1,300}\\] \\(https?://[^()\\s]{1,300}\\)`),
    hint: 'Write [the text](the address), with nothing between ] and (.',
  },
  {
    kind: 'reversed-link',
    signs: [')['],
    looksLike: 'a link or a picture whose brackets are exchanged',
    pattern: typed(
      '!?\\([^()\\n]{1,300}\\)\\[(?:[^\\][\\s]{1,300}\\.(?:md|png|jpe?g|svg|gif|webp|avif|tiff?))\\]',
    ),
    hint: 'Write [the text](the address).',
  },
  {
    kind: 'reversed-web-link',
    signs: [')[http'],
    looksLike: 'a link whose brackets are exchanged',
    pattern: typed('!?\\([^()\\n]{1,300}\\)\\[https?://[^\\][\\s]{1,300}\\]'),
    hint: 'Write [the text](the address).',
  },
  {
    kind: 'tabbed-table',
    signs: ['\t'],
    looksLike: 'a table whose columns are parted by tabs, and its lines run on in a paragraph',
    pattern: atLine('[^\\t\\n]+\\t[^\\t\\n]+\\t[^\\n]+\\n[^\\t\\n]+\\t[^\\t\\n]+\\t[^\\n]+'),
    hint: 'Write a pipe table: | a | b |, with a line |---|---| below its head.',
  },
  {
    kind: 'critic',
    signs: ['}'],
    looksLike: 'changes and comments of an editor (CriticMarkup)',
    pattern: typed(
      '\\{(?:\\+\\+[^\\n]{1,1000}?\\+\\+|--[^\\n]{1,1000}?--|>>[^\\n]{1,1000}?<<|==[^\\n]{1,1000}?==)\\}',
    ),
    hint: 'Accept or refuse each change, and move comments to <!-- … -->, which is not printed.',
  },
  {
    kind: 'to-be-written',
    signs: ['TK', 'TODO'],
    looksLike: 'a mark of what is still to be written',
    pattern: typed('\\bTKTK(?:TK)*\\b|\\[TK(?:[ :,—–-][^\\]\\n]{0,100})?\\]|\\bTODO:[^\\n]{0,40}'),
    hint: 'Write what is missing, or keep such notes to yourself in a comment: <!-- TODO -->.',
  },
  {
    kind: 'bbcode',
    signs: ['[/'],
    looksLike: 'marks of a forum (BBCode)',
    pattern: typed(
      '\\[(b|i|u|s|url|quote|img|color|size|center)(?:=[^\\]\\n]{1,300})?\\][^\\n]{1,1000}?\\[/\\1\\]',
    ),
    hint: 'Write **bold**, *italic*, [the text](the address), and quotations behind > at the beginning of the line.',
  },
  {
    kind: 'wrong-encoding',
    signs: ['Ã', 'â€'],
    looksLike: 'letters and quotes that went through a wrong encoding, as Ã© in the place of é,',
    pattern: /[\p{L}]*(?:Ã[¡-ª¬-º¼-¿]|â€[\u0080-\u009F™œ˜¦¢“”])[^\s\0]{0,40}/gu,
    hint: 'Copy the text again from a file saved as UTF-8, or write the letters that are meant.',
  },
  {
    kind: 'open-link',
    signs: [']('],
    looksLike: 'a link that is never closed',
    pattern: typed(
      '(?<!\\])\\[[^\\][\\n]{1,300}\\]\\((?:https?://|[^()\\s]{1,300}\\.(?:md|png|jpe?g)\\b)(?![^\\n]{0,300}\\))[^\\n]{0,300}',
    ),
    hint: 'Close the address with ).',
  },
  {
    kind: 'open-reference',
    signs: [']['],
    looksLike: 'a link or a picture whose address is defined nowhere',
    pattern: typed(
      '(?<![\\p{L}\\p{N}\\]])(?!\\[\\d+\\]\\[\\d+\\])!?\\[[^\\][\\n\\0]{1,300}\\]\\[[^\\][\\n\\0^@]{1,100}\\]',
    ),
    hint: 'Define it on a line of its own, [name]: path, or write [the text](the path).',
  },
  {
    kind: 'idle-break',
    signs: ['\\'],
    looksLike: 'a break of a line (\\) where none goes on',
    pattern: /(?<=[^\s\\])\\$/g,
    hint: 'Leave the backslash out: it breaks a line that goes on below, and the end of a paragraph needs none.',
  },
];
