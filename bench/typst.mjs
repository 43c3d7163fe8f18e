import { execFile } from 'node:child_process';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Sets paragraphs with Typst, its own settings for everything but the measure, the size and the font file.
 *
 * @param paragraphs hast elements
 * @param setting lengths in points; `fonts` paths of the regular and the italic face, `family` their name; `language` by
 *   its two letters
 * @param python what has the module `typst`
 * @returns path of the PDF
 * @throws where there is none
 */
export async function setWithTypst(paragraphs, setting, folder, python) {
  const { measure, indent, fontSize, lineHeight, fonts, family, language } = setting;
  const faces = join(folder, 'faces');
  await mkdir(faces, { recursive: true });
  await copyFile(fonts.regular, join(faces, 'regular.ttf'));
  await copyFile(fonts.italic, join(faces, 'italic.ttf'));
  const source = [
    `#set page(width: ${measure + 120}pt, height: 648pt, margin: (x: 60pt, y: 64pt))`,
    `#set text(font: "${family}", size: ${fontSize}pt, lang: "${language}")`,
    `#set par(justify: true, first-line-indent: ${indent}pt, spacing: ${lineHeight - fontSize * 0.7}pt, leading: ${lineHeight - fontSize * 0.7}pt)`,
    ...paragraphs.map((paragraph) => `${typ(paragraph)}\n`),
  ].join('\n');
  const [input, output] = [join(folder, 'reference.typ'), join(folder, 'typst.pdf')];
  await writeFile(input, source);
  const script =
    'import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]])';
  await run(python, ['-c', script, input, output, faces]);
  return output;
}

function typ(node) {
  if (node.type === 'text')
    return node.value.replaceAll(/\s+/g, ' ').replaceAll(/[\\#*_`$<>@~[\]=+\-/]/g, '\\$&');
  if (node.type !== 'element' || node.tagName === 'sup') return '';
  const inner = node.children.map(typ).join('');
  if (node.tagName === 'br') return '\\ ';
  return node.tagName === 'em' || node.tagName === 'i' ? `#emph[${inner}]` : inner;
}
