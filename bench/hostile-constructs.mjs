/**
 * What no author writes, and what a reader of Markdown may take a long time for: signs that open and are never
 * closed, things in things, one thing without an end. As in `constructs.mjs`, each gives the next piece.
 */

/** A piece that makes up the whole file. */
const whole = (unit) => (number, length) =>
  number === 1 ? `${unit.repeat(Math.ceil(length / unit.length))}\n` : '\n';

/** The same, cut into paragraphs of so many. */
const paragraphsOf = (unit, count) => () => `${unit.repeat(count)}\n\n`;

/** One thing in the other, as deep as the length allows. */
const nested = (open, inner, close) => (number, length) => {
  const depth = Math.floor(length / (open.length + close.length));
  return number === 1 ? `${open.repeat(depth)}${inner}${close.repeat(depth)}\n` : '\n';
};

const series = (start) => (number, length) => {
  if (number > 1) return '\n';
  let text = '';
  for (let count = start; text.length < length; count++) text += `${'`'.repeat(count)}a`;
  return `${text}\n`;
};

export const hostileConstructs = {
  'emphasis in emphasis': nested('*a **a ', 'b', ' a** a*'),
  'openings of two kinds': whole('*a_ '),
  'openings of emphasis': whole('a_ '),
  'closings of emphasis': whole('a** '),
  'CDATA sections': whole('a <![CDATA['),
  comments: whole('a <!--'),
  instructions: whole('a <?'),
  declarations: whole('a <!A '),
  'lists in a line': whole('- '),
  'lists of all kinds in a line': whole('+ * - 1. > '),
  'quotations in a line': whole('>'),
  'one word': whole('a'),
  'one word with hyphens': whole('ab-'),
  'one word with slashes': whole('ab/'),
  'one word of Chinese': whole('船'),
  'one word of joined letters': whole('a\u2060'),
  'one word of soft hyphens': whole('a\u00AD'),
  'accents on one letter': whole('\u0301'),
  'joined signs': whole('👩\u200D'),
  'turns of direction': whole('\u2067\u05D0'),
  'openings of links': whole('[a]('),
  'openings of links in angles': whole('[a](<b'),
  'openings of pictures': whole('!['),
  'pictures in pictures': nested('![', 'a', '](b.png)'),
  'links in brackets': nested('[', 'a', '](b)'),
  'brackets alone': whole(']['),
  'closing brackets': whole('a]'),
  'titles without an end': whole('[a](b "c '),
  'definitions without an end': whole('[a]: b "c\n'),
  'openings of notes': whole('[^'),
  'notes in a line, nested': nested('^[a ', 'b', ']'),
  'openings of notes in a line': whole('^[a '),
  'longer and longer backticks': series(1),
  'openings of code': whole('a `` b ` '),
  'dollar signs in pairs': whole('$$ a $ '),
  'openings of attributes': whole('a{.b '),
  'attributes of a span': whole('[a]{.b} '),
  'directives in directives': nested(':b[', 'a', ']'),
  'attributes of directives': whole(':b{c="d '),
  'blocks in blocks': (number) => (number < 3000 ? `${':'.repeat(3003 - number)} note\n` : 'a\n'),
  'fences that open': (number) => `${'~'.repeat((number % 90) + 3)}\n`,
  'elements in elements': nested('<b>', 'a', '</b>'),
  'blocks of HTML in each other': nested('<div>', 'a', '</div>'),
  'closing tags': whole('</b>'),
  'attributes without an end': whole('<a b="c '),
  'one tag of many attributes': (number, length) =>
    number === 1
      ? `<b ${Array.from({ length: length / 10 }, (_, index) => `a${index}="b"`).join(' ')}>c</b>\n`
      : '\n',
  'tables in tables': whole('<table><tr><td>'),
  'details in details': whole('<details>'),
  'active elements': whole('<a><b><i>'),
  'character references': whole('&amp'),
  'long character references': whole('&#x'),
  ampersands: whole('&'),
  backslashes: whole('\\'),
  'signs of cells': whole('|'),
  'delimiters of tables': whole('-|'),
  'addresses without an end': whole('https://'),
  'addresses of mail': whole('a@'),
  'addresses of mail with dots': whole('a.b@c.'),
  'addresses of the web': whole('www.'),
  'addresses in brackets': whole('https://a.b/(('),
  'three signs in a row': whole('***a '),
  'signs of both kinds': whole('_*'),
  tildes: whole('~a ~~b '),
  'signs of marked text': whole('== a ='),
  hyphens: whole('- - - '),
  'signs of headings': whole('# '),
  'underlines of headings': (number) => (number % 2 ? 'a\n' : '===\n'),
  'blanks only': whole(' '),
  'tabs only': whole('\t'),
  'tabs before signs': (number) => `${'\t'.repeat(number % 40)}- a\n`,
  'empty lines': whole('\n'),
  'carriage returns': whole('\r'),
  'empty items': whole('-\n'),
  'empty quotations': whole('>\n\n'),
  'lazy lists': (number) => (number === 1 ? '- a\n' : 'b\n'),
  'many emphasized paragraphs': paragraphsOf('*a **a b** c* ', 300),
  'many openings in paragraphs': paragraphsOf('*a_ ', 600),
  'many comments in paragraphs': paragraphsOf('a <!--', 100),
  'ruby without an end': whole('<ruby>a<rt>b'),
  'drawings without an end': whole('<svg><g>'),
  'formulas in formulas': nested('$\\sqrt{', 'a', '}$'),
  'moving quotation marks': whole('"\''),
  dashes: whole('--- '),
  ellipses: whole('...'),
  'terms without an end': whole(': a\n'),
  'wiki links': whole('[[a '),
  placeholders: whole('{{a '),
  citations: whole('[@a; '),
  'names of citations': whole('@a1 '),
  'line numbers': (number) => `| ${number} line\n`,
  superscripts: whole('a^b'),
  shortcodes: whole('{{< a '),
  'Pandoc spans': whole('[a]{'),
};
