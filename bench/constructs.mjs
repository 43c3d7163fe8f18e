/** What a file may hold nothing else of: each gives the next piece of it, by its number and the length of the whole. */
const words = 'The ship lay at the quay in the morning light, and nobody knew where she was bound.';

/** A piece that makes up the whole file: so many of one thing without an end. */
const whole = (unit) => (number, length) =>
  number === 1 ? `${unit.repeat(Math.ceil(length / unit.length))}\n` : '\n';

export const constructs = {
  paragraphs: () => `${words} ${words} ${words}\n\n`,
  'lines of a paragraph': (number) => (number % 8000 === 0 ? `${words}\n\n` : `${words}\n`),
  'one paragraph': whole(`${words} `),
  'hard breaks': (number) => (number % 4000 === 0 ? '\n' : `${words}\\\n`),
  headings: (number) => `## Heading ${number}\n\n${words}\n\n`,
  'same headings': () => `## Heading\n\n${words}\n\n`,
  lists: (number) => `- item ${number} ${words}\n`,
  'numbered lists': (number) => `${number}. item ${words}\n`,
  'loose lists': (number) => `- item ${number} ${words}\n\n`,
  'nested lists': (number) => `${'  '.repeat(number % 12)}- item ${number} of a list\n`,
  'many lists': (number) => `${words}\n\n- item ${number}\n- item\n\n`,
  'task lists': (number) => `- [ ] item ${number}\n`,
  tables: (number) =>
    number === 1 ? '| one | two | three |\n|---|---|---|\n' : `| cell ${number} | ${number} | more |\n`,
  'wide tables': (number) =>
    `${'| a '.repeat(100)}|\n${'|---'.repeat(100)}|\n${`${`| ${number} `.repeat(100)}|\n`.repeat(20)}\n`,
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
  'bare addresses': (number) => `See https://example.org/${number} for more of this.\n\n`,
  notes: (number) => `Text[^n${number}].\n\n[^n${number}]: Note ${number}.\n\n`,
  'notes at the end': (number, length) => (number === 1 ? notesAtTheEnd(Math.floor(length / 34)) : '\n'),
  'inline notes': (number) => `Text with a note^[The note ${number} is here.] in it.\n\n`,
  'one note cited often': (number) => (number === 1 ? '[^n]: Note.\n\n' : 'Text[^n] and more of it.\n\n'),
  'bracketed numbers': (number) => `Text [${number}] and more of it.\n\n`,
  'code blocks': (number) => `\`\`\`js\nconst a${number} = () => { return ${number}; };\n\`\`\`\n\n`,
  'one code block': (number, length) =>
    number === 1 ? `\`\`\`js\n${'const a = () => { return 1; };\n'.repeat(length / 31)}\`\`\`\n` : '\n',
  'plain code block': (number, length) =>
    number === 1 ? `\`\`\`\n${'const a = () => { return 1; };\n'.repeat(length / 31)}\`\`\`\n` : '\n',
  'indented code': (number) => `    code ${number} = 1;\n`,
  'code in text': (number) => `Some \`code ${number}\` in a text.\n\n`,
  'blocks of HTML': (number) => `<div class="a">\n<p>Block ${number}</p>\n</div>\n\n`,
  'one block of HTML': (number, length) =>
    number === 1 ? `<div>\n${'<p>Block</p>\n'.repeat(length / 13)}</div>\n` : '\n',
  'HTML in text': (number) => `Some <b>bold ${number}</b> and <i>more</i>.\n\n`,
  'HTML comments': (number) => `Some text.\n\n<!-- comment ${number} -->\n\n`,
  'ids in HTML': (number) => `Some <span id="a${number}">text</span> there.\n\n`,
  entities: () => '&amp; &copy; &#8212; &eacute; and more. &lt;\n\n',
  'entities in one paragraph': (number) => (number % 4000 === 0 ? '\n\n' : '&amp; &copy; &#8212;\n'),
  escapes: () => String.raw`Some \* signs \_ that \[ are \] escaped \# here.` + '\n\n',
  emphasis: (number) => `Some *emphasis ${number}* and **more** of ***it*** in a text.\n\n`,
  'struck out': (number) => `Some ~~words ${number}~~ in a text.\n\n`,
  'quotation marks': (number) => `"Some 'words' ${number}", she said -- and "then" some...\n\n`,
  images: (number) => `![Picture ${number}](a.png)\n\n`,
  'images in text': (number) => `Some ![picture ${number}](a.png) in a text.\n\n`,
  'images with attributes': (number) => `![Picture ${number}](a.png){width=50% #p${number}}\n\n`,
  directives: (number) => `:::tip\nA tip, number ${number}.\n:::\n\n`,
  'directives with ids': (number) => `:::tip{#t${number}}\nA tip.\n:::\n\n`,
  'one long directive': (number, length) =>
    number === 1 ? `:::tip\n${`${words}\n\n`.repeat(length / 86)}:::\n` : '\n',
  'nested directives': (number) => `::::tip\n:::note\nA note, number ${number}.\n:::\n::::\n\n`,
  'directives in text': (number) => `Some :lang[mots ${number}]{fr} in a text.\n\n`,
  'marks of the index': (number) => `Some :index[words ${number}] in a text.\n\n`,
  'cross-references': (number) => (number === 1 ? '## Place {#place}\n\n' : 'See :ref[place] for more.\n\n'),
  verse: (number) => `:::verse\nA line of a poem, number ${number},\n  another, and\nthe last\n:::\n\n`,
  'one long poem': (number, length) =>
    number === 1
      ? `:::verse\n${'A line of a poem,\n  another, and\nthe last\n\n'.repeat(length / 44)}:::\n`
      : '\n',
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
