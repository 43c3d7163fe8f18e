/**
 * What a book may hold nothing else of: each gives the next piece of it, by its number and the length of the
 * whole. A piece that begins with a title begins a chapter.
 */
const words = 'The ship lay at the quay in the morning light, and nobody knew where she was bound.';

/** A piece that makes up the whole file: so many of one thing without an end. */
const whole = (unit) => (number, length) =>
  number === 1 ? `${unit.repeat(Math.ceil(length / unit.length))}\n` : '\n';

export const constructs = {
  paragraphs: () => `${words} ${words} ${words}\n\n`,
  'lines of a paragraph': (number) => (number % 8000 === 0 ? `${words}\n\n` : `${words}\n`),
  'paragraphs of a letter': () => 'a\n\n',
  'one paragraph': whole(`${words} `),
  'short words': whole('a '),
  'hard breaks': (number) => (number % 4000 === 0 ? '\n' : `${words}\\\n`),
  headings: (number) => `## Heading ${number}\n\n${words}\n\n`,
  'same headings': () => `## Heading\n\n${words}\n\n`,
  'all headings': (number) => `${'#'.repeat((number % 5) + 2)} Heading ${number}\n\n`,
  'headings with ids': (number) => `## Heading {#h${number}}\n\n${words}\n\n`,
  'tiny chapters': (number) => `# Chapter ${number}\n\n${words}\n\n`,
  'chapters with metadata': (number) =>
    `# Chapter ${number} {#c${number}}\n\n${words} See [the next](#c${number}).\n\n`,
  lists: (number) => `- item ${number} ${words}\n`,
  'items of a letter': () => '1. a\n',
  'numbered lists': (number) => `${number}. item ${words}\n`,
  'loose lists': (number) => `- item ${number} ${words}\n\n`,
  'nested lists': (number) => `${'  '.repeat(number % 12)}- item ${number} of a list\n`,
  'deep lists': (number) => `${'  '.repeat(number % 45)}- item ${number}\n`,
  'many lists': (number) => `${words}\n\n- item ${number}\n- item\n\n`,
  'task lists': (number) => `- [ ] item ${number}\n`,
  tables: (number) =>
    number === 1 ? '| one | two | three |\n|---|---|---|\n' : `| cell ${number} | ${number} | more |\n`,
  'tables of a column': (number) => (number === 1 ? '| a |\n|---|\n' : '| b |\n'),
  'wide tables': (number) =>
    `${'| a '.repeat(100)}|\n${'|---'.repeat(100)}|\n${`${`| ${number} `.repeat(100)}|\n`.repeat(20)}\n`,
  'tables of 1,000 columns': () =>
    `${'|a'.repeat(1000)}|\n${'|-'.repeat(1000)}|\n${`${'|b'.repeat(1000)}|\n`.repeat(10)}\n`,
  'one row of a table': (number, length) => {
    const columns = Math.floor(length / 6);
    return number === 1
      ? `${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n${'|b'.repeat(columns)}|\n`
      : '\n';
  },
  'many tables': (number) => `| one | two |\n|---|---|\n| ${number} | more |\n\n`,
  'terms, 2,500 of them': (number) =>
    number > 2400 ? `${words}\n\n` : `Term ${number}\n: ${words} ${words} ${words} ${words}\n\n`,
  terms: (number) => `Term ${number}\n: What it means.\n\n`,
  quotations: (number) => `> Quotation ${number}. ${words}\n\n`,
  'long quotation': (number) => `> ${words} ${number}\n>\n`,
  'lazy quotation': (number) => (number % 2000 === 0 ? `\n> ${words}\n` : `${words}\n`),
  'nested quotations': (number) => `${'> '.repeat((number % 20) + 1)}Quotation ${number}\n\n`,
  links: (number) => `See [the page ${number}](https://example.org/${number}) for more of this.\n\n`,
  'links to headings': (number) =>
    number % 10 === 0 ? `## Place ${number}\n\n` : `See [there](#place-${number - (number % 10)}).\n\n`,
  'defined links': (number) =>
    `See [page ${number}][p${number}].\n\n[p${number}]: https://example.org/${number}\n\n`,
  'definitions of links': (number) => `[page ${number}]: https://example.org/${number}\n`,
  'links in one paragraph': whole('[a](b.html) '),
  'bare addresses': (number) => `See https://example.org/${number} for more of this.\n\n`,
  notes: (number) => `Text[^n${number}].\n\n[^n${number}]: Note ${number}.\n\n`,
  'notes at the end': (number, length) => (number === 1 ? notesAtTheEnd(Math.floor(length / 34)) : '\n'),
  'inline notes': (number) => `Text with a note^[The note ${number} is here.] in it.\n\n`,
  'one note cited often': (number) => (number === 1 ? '[^n]: Note.\n\n' : 'Text[^n] and more of it.\n\n'),
  'undefined mark again': whole('[^x] '),
  'bracketed number again': whole('[1] '),
  'one mark again': (number, length) =>
    number === 1 ? `[^x]: Note.\n\n${'[^x] '.repeat(length / 5)}\n` : '\n',
  'long notes': (number) => `Text[^n${number}].\n\n[^n${number}]: ${words} ${words}\n\n    ${words}\n\n`,
  'bracketed numbers': (number) => `Text [${number}] and more of it.\n\n`,
  'code blocks': (number) => `\`\`\`js\nconst a${number} = () => { return ${number}; };\n\`\`\`\n\n`,
  'one code block': (number, length) =>
    number === 1 ? `\`\`\`js\n${'const a = () => { return 1; };\n'.repeat(length / 31)}\`\`\`\n` : '\n',
  'plain code block': (number, length) =>
    number === 1 ? `\`\`\`\n${'const a = () => { return 1; };\n'.repeat(length / 31)}\`\`\`\n` : '\n',
  'indented code': (number) => `    code ${number} = 1;\n`,
  'code in text': (number) => `Some \`code ${number}\` in a text.\n\n`,
  'code in one paragraph': whole('`a` '),
  'code in one line each': (number) => (number % 4000 === 0 ? '\n' : `\`code ${number}\`\n`),
  'blocks of HTML': (number) => `<div class="a">\n<p>Block ${number}</p>\n</div>\n\n`,
  'one block of HTML': (number, length) =>
    number === 1 ? `<div>\n${'<p>Block</p>\n'.repeat(length / 13)}</div>\n` : '\n',
  'HTML in text': (number) => `Some <b>bold ${number}</b> and <i>more</i>.\n\n`,
  'HTML in one paragraph': whole('<b>a</b> '),
  'open elements in text': whole('a <b '),
  'line breaks of HTML': whole('a<br>'),
  'HTML comments': (number) => `Some text.\n\n<!-- comment ${number} -->\n\n`,
  'ids in HTML': (number) => `Some <span id="a${number}">text</span> there.\n\n`,
  entities: () => '&amp; &copy; &#8212; &eacute; and more. &lt;\n\n',
  'entities in one paragraph': (number) => (number % 4000 === 0 ? '\n\n' : '&amp; &copy; &#8212;\n'),
  escapes: () => String.raw`Some \* signs \_ that \[ are \] escaped \# here.` + '\n\n',
  'escapes in one paragraph': whole(String.raw`\* `),
  emphasis: (number) => `Some *emphasis ${number}* and **more** of ***it*** in a text.\n\n`,
  'emphasis in one paragraph': whole('*a* '),
  'signs of emphasis': whole('a * b _ c '),
  'raised and lowered': (number) => `Some x^2^ and H~2~O, number ${number}, in a text.\n\n`,
  'raised in one paragraph': whole('x^2^ '),
  'unclosed raised text': whole('x^a '),
  'marked text': (number) => `Some ==words ${number}== in a text.\n\n`,
  'unclosed marked text': whole('==a '),
  'struck out': (number) => `Some ~~words ${number}~~ in a text.\n\n`,
  'quotation marks': (number) => `"Some 'words' ${number}", she said -- and "then" some...\n\n`,
  'quotation marks in one': whole(`"a" 'b' -- `),
  'quotation marks, unclosed': whole(`"a 'b `),
  images: (number) => `![Picture ${number}](a.png)\n\n`,
  'images in text': (number) => `Some ![picture ${number}](a.png) in a text.\n\n`,
  'images with attributes': (number) => `![Picture ${number}](a.png){width=50% #p${number}}\n\n`,
  directives: (number) => `:::tip\nA tip, number ${number}.\n:::\n\n`,
  'leaf directives': (number) => `::page-break\n\n${words} ${number}\n\n`,
  'unclosed directives': (number) => `:::tip\nA tip, number ${number}.\n\n`,
  'directives in one paragraph': whole(':lang[mot]{fr} '),
  'openings of directives': whole(':lang[mot '),
  colons: whole(':a '),
  braces: whole('{a} '),
  'directives with ids': (number) => `:::tip{#t${number}}\nA tip.\n:::\n\n`,
  'one long directive': (number, length) =>
    number === 1 ? `:::tip\n${`${words}\n\n`.repeat(length / 86)}:::\n` : '\n',
  'nested directives': (number) => `::::tip\n:::note\nA note, number ${number}.\n:::\n::::\n\n`,
  'directives in text': (number) => `Some :lang[mots ${number}]{fr} in a text.\n\n`,
  'marks of the index': (number) => `Some :index[words ${number}] in a text.\n\n`,
  'terms of the index': (number) => `Some words :index[]{term="Term ${number}"} in a text.\n\n`,
  'cross-references': (number) => (number === 1 ? '## Place {#place}\n\n' : 'See :ref[place] for more.\n\n'),
  verse: (number) => `:::verse\nA line of a poem, number ${number},\n  another, and\nthe last\n:::\n\n`,
  'one long poem': (number, length) =>
    number === 1
      ? `:::verse\n${'A line of a poem,\n  another, and\nthe last\n\n'.repeat(length / 44)}:::\n`
      : '\n',
  'one stanza': (number, length) => (number === 1 ? `:::verse\n${'A line\n'.repeat(length / 7)}:::\n` : '\n'),
  'math in one paragraph': whole('$a_1$ '),
  'dollar signs': whole('a $ b '),
  math: (number) => `A formula $a_{${number}} = \\frac{b}{c}$ in a text.\n\n`,
  'displayed math': (number) => `$$\na_{${number}} = \\frac{b}{c}\n$$\n\n`,
  'scene breaks': () => `${words}\n\n***\n\n`,
  'unread markup': (number) => `Some {{ value ${number} }} and [[a link]] here.\n\n`,
  'unknown directives': (number) => `Some :what[is ${number}] this.\n\n`,
  'undefined notes': (number) => `Some text[^u${number}] here.\n\n`,
  'broken links': (number) => `See [there](#nowhere-${number}) for more.\n\n`,
  'words without end': (number) => `${'a'.repeat(9000)}${number}\n\n`,
  'letters of Chinese': () => '船停在码头上，晨光之中无人知道它要往哪里去。'.repeat(6) + '\n\n',
  'letters of Arabic': () =>
    'كانت السفينة راسية على الرصيف في ضوء الصباح ولم يعرف أحد وجهتها.'.repeat(2) + '\n\n',
};

function notesAtTheEnd(count) {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const marks = numbers.map((number) => `Text[^${number}].\n\n`).join('');
  return `${marks}${numbers.map((number) => `[^${number}]: Note.\n`).join('')}`;
}
