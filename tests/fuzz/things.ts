import fc, { type Arbitrary } from 'fast-check';
import { jpeg, png } from '../builders/pictures.ts';
import { mp3 } from '../builders/recordings.ts';

/** The files that manuscripts may name. */
export const namedFiles: Readonly<Record<string, Uint8Array>> = {
  'images/small.png': png(40, 30),
  'images/photograph.jpg': jpeg(60, 40),
  'images/drawing.svg': Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><title>A dot</title><circle r="9" fill="gray"/></svg>',
  ),
  'audio/bell.mp3': mp3(),
};

const pictures = fc.constantFrom('images/small.png', 'images/photograph.jpg', 'images/drawing.svg');

/** A drawing in raw HTML, with text in it. */
function drawn(text: string): string {
  return `<svg viewBox="0 0 90 30" role="img"><title>${text}</title><rect width="90" height="30" fill="silver"/></svg>`;
}

/**
 * What stands in a chapter by itself and is more than text: pictures, drawings, recordings, cross-references, marks of
 * the index, tasks, captions.
 *
 * @param phrases some words, none of which is taken for markup
 */
export function things(phrases: Arbitrary<string>): Arbitrary<string> {
  return fc.oneof(
    fc.tuple(phrases, pictures).map(([text, path]) => `![${text}](${path})`),
    fc.tuple(phrases, pictures).map(([text, path]) => `${text} ![${text}](${path}) ${text}.`),
    fc.tuple(phrases, pictures).map(([text, path]) => `:::figure\n![${text}](${path})\n\n${text}.\n:::`),
    phrases.map(drawn),
    phrases.map((text) => `${text} ${drawn(text)} ${text}.`),
    phrases.map((text) => `<audio src="audio/bell.mp3">${text}</audio>`),
    phrases.map((text) => `${text} :index[${text}] and :index[]{term="Harbour"} ${text}.`),
    phrases.map((text) => `- [ ] ${text}\n- [x] ${text}`),
    phrases.map((text) => `:::epigraph\n${text}\n\n::attribution[${text}]\n:::`),
    phrases.map((text) => `:::dialogue\n${text}\n\n${text}\n:::`),
    phrases.map((text) => `:::right\n${text}\n:::\n\n::scene-break\n\n::page-break\n\n${text}.`),
    phrases.map((text) => `::: {.note}\n${text}\n:::`),
    phrases.map((text) => `> [!WARNING]\n> ${text}`),
    phrases.map(
      (text) => `<figure><blockquote><p>${text}</p></blockquote><figcaption>${text}</figcaption></figure>`,
    ),
    phrases.map((text) => `<dl><dt>${text}</dt><dd>${text}</dd></dl>`),
    phrases.map((text) => `<ruby>${text}<rt>${text}</rt></ruby>`),
    phrases.map((text) => `${text}^[A note in a line.] ==${text}== ${text}.`),
    phrases.map(
      (text) => `1. ${text}\n\n   \`\`\`\n   ${text}\n   \`\`\`\n\n2. ${text}\n   - ${text}\n     - ${text}`,
    ),
    phrases.map((text) => `> ${text}\n> > ${text}\n> > - ${text}\n`),
    ofBooks(phrases),
  );
}

/** What books have and letters have not: verse with numbers, plays, letters, plates, tables with notes, references. */
function ofBooks(phrases: Arbitrary<string>): Arbitrary<string> {
  const ids = fc.integer({ min: 0, max: 1e9 }).map((number) => `id-${number}`);
  return fc.oneof(
    fc
      .tuple(ids, phrases, pictures)
      .map(
        ([id, text, path]) => `:::figure{#${id}}\n![${text}](${path})\n\n${text}.\n:::\n\nSee :ref[${id}].`,
      ),
    fc
      .tuple(ids, phrases)
      .map(
        ([id, text]) =>
          `:::table{#${id}}\n${text}.^[${text}]\n\n| a | b |\n|---|--:|\n| ${text}^[${text}] | 12 |\n::table-note[${text}]\n:::\n\n:ref[${id}]{page} ${text}.`,
      ),
    phrases.map((text) => `:::verse{numbers=2 start=41}\n${text}\n  ${text}\n\n${text}^[${text}]\n:::`),
    phrases.map((text) => `:::dialogue[${text}]\nAHAB: ${text}.\n\nSTARBUCK (*${text}*): ${text}!\n:::`),
    phrases.map(
      (text) =>
        `:::letter\n::dateline[${text}]\n\n::salutation[${text}]\n\n${text}.\n\n::signature[${text}]\n:::`,
    ),
    fc
      .tuple(phrases, pictures)
      .map(([text, path]) => `:::row\n![${text}](${path} "${text}")\n![${text}](${path})\n\n${text}.\n:::`),
    fc.tuple(phrases, pictures).map(([text, path]) => `:::plate\n![${text}](${path} "${text}")\n:::`),
    phrases.map((text) => `:::tip[${text}]\n${text}^[${text}]\n\n- ${text}\n:::`),
    phrases.map((text) => `:::sideways\n| ${text} | b |\n|---|---|\n| ${text} | ${text} |\n:::`),
  );
}

/** White space as it comes from other programs: tabs, blanks at the ends, other line ends, odd blanks. */
export const whiteSpace: Arbitrary<(text: string) => string> = fc.constantFrom(
  (text) => text,
  (text) => text,
  (text) => text,
  (text) => text.replaceAll('\n\n', '\n \t\n\n'),
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll(/(\p{L}) (\p{L})/gu, '$1  $2'),
  (text) => `\uFEFF${text}`,
  (text) => text.replaceAll(/(\p{L}{4}) (\p{L}{4})/gu, '$1\u2009$2'),
  (text) => text.replaceAll(/(\p{L}{5}) (\p{L}{5})/gu, '$1\u00A0$2'),
  (text) => text.replaceAll(/(\p{L}{4}) (\p{L}{4})/gu, '$1\n$2'),
);

/** What is wrong in a manuscript that is: it is told, and no word is lost for it. */
export function faults(phrases: Arbitrary<string>): Arbitrary<string> {
  return fc.oneof(
    fc
      .constantFrom('details', 'template', 'textarea', 'style', 'title', 'select', 'table', 'button')
      .map((name) => `<${name}>`),
    phrases.map((text) => `<b>${text}\n\n${text}`),
    phrases.map((text) => `<div><p>${text}`),
    phrases.map((text) => `<span id="same">${text}</span>\n\n<span id="same">${text}</span>`),
    phrases.map((text) => `:::tip{#same}\n${text}`),
    phrases.map((text) => `${text}[^nowhere] [${text}](#nowhere) :ref[nowhere].`),
    phrases.map((text) => `:what[${text}] ::what[${text}] {{ ${text} }}`),
    phrases.map((text) => `<!-- ${text}`),
    phrases.map((text) => `![${text}](images/none.png)`),
    phrases.map((text) => `$\\frac{${text.length}$ and \`${text}`),
    phrases.map((text) => `[^n0]: ${text}`),
  );
}
