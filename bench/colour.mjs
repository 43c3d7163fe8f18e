/**
 * Measures the colour of a book's pages: the spread of the spaces between the words of its
 * full lines, beside XeLaTeX's on the same paragraphs, measure, font file and size.
 *
 *   npm run bench:colour                     a generated novel
 *   npm run bench:colour -- FOLDER             another manuscript
 *
 * Needs pdftotext; without xelatex its column is left out.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { visit } from 'unist-util-visit';
import { sections } from './lib/book/book.js';
import { geometryOf } from './lib/emit/pdf/page/geometry.js';
import { bookToHast } from './lib/html/book-to-hast.js';
import { parseManuscript } from './lib/markdown/parse-manuscript.js';
import { readManuscript } from './lib/read/manuscript.js';
import { writeNovel } from './novel.mjs';
import { wordSpaces } from './word-spaces.mjs';
import { setWithXelatex } from './xelatex.mjs';

const run = promisify(execFile);
const [folder] = process.argv.slice(2);
const temporary = await mkdtemp(join(tmpdir(), 'colophon-colour-'));

try {
  const source = folder ?? (await writeNovel(join(temporary, 'novel')));
  const manuscript = await readManuscript(source);
  const { trim, margins, fontSize, lineHeight } = geometryOf(manuscript.metadata.print);
  const setting = {
    measure: trim.width - margins.inside - margins.outside,
    indent: 1.25 * fontSize,
    fontSize,
    lineHeight,
  };
  console.log(`measure ${setting.measure.toFixed(1)} pt, size ${fontSize.toFixed(1)} pt; spaces in em`);
  console.log('              lines   5 %  median  95 %   99 %  worst  hyphens  longest run  overfull');
  const cli = fileURLToPath(new URL('../lib/cli.js', import.meta.url));
  const out = join(temporary, 'out');
  const built = await run(
    process.execPath,
    [cli, 'build', source, '--only', 'pdf', '--out', out, '--json', '--no-cache'],
    {
      maxBuffer: 1 << 28,
    },
  );
  const { path } = JSON.parse(built.stdout).artifacts.find(({ kind }) => kind === 'pdf');
  print('Colophon', await wordSpaces(join(out, basename(path)), setting));

  const face = (name) =>
    fileURLToPath(import.meta.resolve(`@expo-google-fonts/eb-garamond/${name}/EBGaramond_${name}.ttf`));
  const fonts = { regular: face('400Regular'), italic: face('400Regular_Italic') };
  const { book } = bookToHast(parseManuscript(manuscript));
  const paragraphs = [];
  for (const { tree } of sections(book)) {
    visit(tree, 'element', (node, _, parent) => {
      if (node.tagName === 'p' && parent?.tagName === 'section') paragraphs.push(node);
    });
  }
  const reference = await setWithXelatex(paragraphs, { ...setting, fonts }, temporary);
  print('XeLaTeX', await wordSpaces(reference, setting));
} catch (error) {
  if (error.code !== 'ENOENT') throw error;
  console.log(`${error.path} is not installed`);
} finally {
  await rm(temporary, { recursive: true, force: true });
}

function print(name, { spaces, hyphenated, runs, overfull }) {
  const at = (share) => (spaces[Math.floor(share * (spaces.length - 1))] ?? 0).toFixed(3);
  const longest = Math.max(0, ...runs.keys());
  console.log(
    `${name.padEnd(12)} ${String(spaces.length).padStart(6)} ${at(0.05)}  ${at(0.5)} ${at(0.95)}  ${at(0.99)}  ${at(1)}  ${String(hyphenated).padStart(7)} ${String(longest).padStart(12)} ${String(overfull).padStart(9)}`,
  );
}
