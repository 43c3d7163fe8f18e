import { execFile } from 'node:child_process';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What babel calls languages, whose patterns then divide the words. */
const namesOfBabel = {
  cs: 'czech',
  da: 'danish',
  de: 'german',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  it: 'italian',
  la: 'latin',
  nl: 'dutch',
  pl: 'polish',
  pt: 'portuguese',
  ru: 'russian',
  sv: 'swedish',
};

/**
 * Sets paragraphs with XeLaTeX, LaTeX's own settings for everything but the measure, the size
 * and the font file; French spacing, since browsers know no other.
 *
 * @param paragraphs hast elements
 * @param setting lengths in points; `fonts` paths of the regular and the italic face; `language` by its two letters
 * @returns path of the PDF
 * @throws where there is no xelatex
 */
export async function setWithXelatex(
  paragraphs,
  { measure, indent, fontSize, lineHeight, fonts, language },
  folder,
) {
  const name = namesOfBabel[language];
  await copyFile(fonts.regular, join(folder, 'regular.ttf'));
  await copyFile(fonts.italic, join(folder, 'italic.ttf'));
  const source = [
    '\\documentclass{article}',
    '\\usepackage{fontspec}',
    `\\usepackage[papersize={${measure + 120}bp,648bp},textwidth=${measure}bp,textheight=520bp]{geometry}`,
    ...(name === undefined ? [] : [`\\usepackage[${name}, provide=*]{babel}`]),
    '\\setmainfont{regular.ttf}[Path=./,ItalicFont=italic.ttf]',
    '\\frenchspacing\\pagestyle{empty}\\XeTeXdashbreakstate=1',
    '\\begin{document}',
    `\\fontsize{${fontSize}bp}{${lineHeight}bp}\\selectfont\\parindent=${indent}bp\\parskip=0pt`,
    ...paragraphs.map((paragraph) => `${tex(paragraph)}\n`),
    '\\end{document}',
  ].join('\n');
  await writeFile(join(folder, 'reference.tex'), source);
  await run('xelatex', ['-interaction=batchmode', 'reference.tex'], { cwd: folder }).catch((error) => {
    // Overfull lines are no failure.
    if (error.code === 'ENOENT') throw error;
  });
  return join(folder, 'reference.pdf');
}

function tex(node) {
  if (node.type === 'text') {
    return node.value.replaceAll(/\s+/g, ' ').replaceAll(/[\\{}$&#%_^~\u2060]/g, escaped);
  }
  if (node.type !== 'element' || node.tagName === 'sup') return '';
  const inner = node.children.map(tex).join('');
  if (node.tagName === 'br') return '\\\\';
  return node.tagName === 'em' || node.tagName === 'i' ? `\\textit{${inner}}` : inner;
}

function escaped(character) {
  if (character === '\u2060') return '\\nobreak{}';
  if (character === '\\') return '\\textbackslash{}';
  return character === '^' || character === '~' ? `\\${character}{}` : `\\${character}`;
}
