/**
 * A proof sheet for designers: the lines and pages of books in every theme, measured, beside what XeLaTeX and Typst
 * make of the same paragraphs with the same measure, font files and size; and spreads as pictures.
 *
 *   npm run bench:colour                     a generated novel and the Handbook
 *   npm run bench:colour -- FOLDER …         other manuscripts
 *   npm run bench:colour -- --sheets DIR …   leaves sheets of spreads there
 *
 * Needs pdftotext, for sheets pdftoppm too. Without xelatex, or the module typst of Python (`PYTHON` says which), its
 * rows are left out.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { visit } from 'unist-util-visit';
import { parseDocument } from 'yaml';
import { figuresOf } from './figures.mjs';
import { sections } from './lib/book/book.js';
import { geometryOf } from './lib/emit/pdf/page/geometry.js';
import { bookToHast } from './lib/html/book-to-hast.js';
import { parseManuscript } from './lib/markdown/parse-manuscript.js';
import { readManuscript } from './lib/read/manuscript.js';
import { writeNovel } from './novel.mjs';
import { sheetOf } from './sheet.mjs';
import { setWithTypst } from './typst.mjs';
import { setWithXelatex } from './xelatex.mjs';

const run = promisify(execFile);
const themes = ['literary', 'scholarly', 'modern'];
const cli = fileURLToPath(new URL('../lib/cli.js', import.meta.url));
const handbook = fileURLToPath(new URL('../manuscript', import.meta.url));
const { values, positionals } = parseArgs({
  options: { sheets: { type: 'string' } },
  allowPositionals: true,
});
const temporary = await mkdtemp(join(tmpdir(), 'colophon-colour-'));
const absent = new Set();

try {
  const folders =
    positionals.length > 0 ? positionals : [await writeNovel(join(temporary, 'novel')), handbook];
  console.log(
    'spaces in em                       lines   mean     sd  >.4 %  <.17 %  hyph. %  ladders  runts  frag.   full %  uneven %',
  );
  for (const folder of folders) for (const theme of themes) await measure(resolve(folder), theme);
  for (const each of absent) console.log(`${each} is not installed`);
} finally {
  await rm(temporary, { recursive: true, force: true });
}

async function measure(source, theme) {
  const name = `${basename(source)} ${theme}`;
  const at = join(temporary, name.replaceAll(' ', '-'));
  const folder = join(at, 'manuscript');
  await cp(source, folder, { recursive: true });
  const config = parseDocument(await readFile(join(folder, 'book.yaml'), 'utf8'));
  config.setIn(['print', 'theme'], theme);
  await writeFile(join(folder, 'book.yaml'), String(config));
  const manuscript = await readManuscript(folder);
  const { type, fonts } = JSON.parse(
    await readFile(new URL(`../templates/themes/${theme}/theme.json`, import.meta.url), 'utf8'),
  );
  const { trim, margins, fontSize, lineHeight } = geometryOf(manuscript.metadata.print, type);
  const args = ['build', folder, '--only', 'pdf', '--out', join(at, 'out'), '--json', '--no-cache'];
  const built = await run(process.execPath, [cli, ...args], { maxBuffer: 1 << 28 });
  const { path } = JSON.parse(built.stdout).artifacts.find(({ kind }) => kind === 'pdf');
  const pdf = join(at, 'out', basename(path));
  print(name, await figuresOf(pdf, fontSize));
  if (values.sheets !== undefined) {
    await mkdir(values.sheets, { recursive: true });
    await writeFile(join(values.sheets, `${name.replaceAll(' ', '-')}.png`), await sheetOf(pdf));
  }
  const faces = fonts.filter(({ use, weight }) => use === 'text' && weight === 400);
  const face = (style) =>
    fileURLToPath(import.meta.resolve(faces.find((each) => each.style === style).source));
  const setting = {
    measure: trim.width - margins.inside - margins.outside,
    indent: 1.25 * fontSize,
    fontSize,
    lineHeight,
    fonts: { regular: face('normal'), italic: face('italic') },
    family: faces[0].family,
    language: manuscript.metadata.language.split('-')[0],
  };
  const paragraphs = paragraphsOf(manuscript);
  // Verse and plays are what the others do not set.
  if (paragraphs.length === 0) return;
  await compare('  XeLaTeX', 'xelatex', fontSize, () => setWithXelatex(paragraphs, setting, at));
  const python = process.env.PYTHON ?? 'python3';
  await compare('  Typst', 'the module typst', fontSize, () => setWithTypst(paragraphs, setting, at, python));
}

function paragraphsOf(manuscript) {
  const { book } = bookToHast(parseManuscript(manuscript));
  const paragraphs = [];
  for (const { tree } of sections(book))
    visit(tree, 'element', (node, _, parent) => {
      if (node.tagName === 'p' && parent?.tagName === 'section') paragraphs.push(node);
    });
  return paragraphs;
}

async function compare(name, program, fontSize, set) {
  if (absent.has(program)) return;
  try {
    print(name, await figuresOf(await set(), fontSize));
  } catch (error) {
    if (error.code !== 'ENOENT' && !String(error.stderr).includes('No module named')) throw error;
    absent.add(program);
  }
}

function print(name, figures) {
  const { lines, mean, deviation, loose, tight, hyphens, ladders, runts, fragments, full, uneven } = figures;
  const cells = [
    lines,
    mean.toFixed(3),
    deviation.toFixed(3),
    loose,
    tight,
    hyphens,
    ladders,
    runts,
    fragments,
  ];
  const widths = [6, 7, 7, 7, 8, 9, 9, 7, 7];
  const pages = name.startsWith(' ')
    ? []
    : [
        [full, 9],
        [uneven, 10],
      ];
  const row = [...cells.map((cell, index) => [cell, widths[index]]), ...pages];
  console.log(name.padEnd(34) + row.map(([cell, width]) => String(cell).padStart(width)).join(''));
}
