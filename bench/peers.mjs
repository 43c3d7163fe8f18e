/**
 * Measures the same manuscript in Colophon and in what else its author might use, where that is installed.
 *
 *   npm run bench:peers                      a generated novel of the length of Moby-Dick
 *   npm run bench:peers -- FOLDER [ROUNDS]   another manuscript, its chapters alone
 *
 * Pandoc, Typst, WeasyPrint and Vivliostyle are taken from the PATH, the first three also from the
 * modules of Python that bring them (`PYTHON` says which Python). Each sets the book with its own
 * defaults; what they leave out (page numbers of notes, an index, accessibility, a press file, proofs)
 * is not counted. The tools take turns, so that a slow minute hits all; the median of the rounds counts.
 */
import { execFileSync } from 'node:child_process';
import { appendFile, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chooseBrowser } from './lib/emit/pdf/browser/browser.js';
import { readManuscript } from './lib/read/manuscript.js';
import { measure, median, seconds } from './measure.mjs';
import { writeNovel } from './novel.mjs';

const [folder, rounds = '5'] = process.argv.slice(2);
const python = process.env.PYTHON ?? 'python3';
const temporary = await mkdtemp(join(tmpdir(), 'colophon-peers-'));
const script = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Vivliostyle's own download is not asked for: both use one browser. */
const browser = await chooseBrowser(process.env.PUPPETEER_EXECUTABLE_PATH);

/** What a command prints; undefined where there is none. */
function outputOf(command, ...args) {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

const pandoc =
  outputOf('pandoc', '--version') === undefined
    ? outputOf(python, '-c', 'import pypandoc; print(pypandoc.get_pandoc_path())')
    : 'pandoc';
const ofPython = (name) => outputOf(python, '-c', `import ${name}`) !== undefined;
const typst =
  outputOf('typst', '--version') !== undefined
    ? (source, pdf) => ['typst', ['compile', source, pdf]]
    : ofPython('typst')
      ? (source, pdf) => [
          python,
          ['-c', 'import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])', source, pdf],
        ]
      : undefined;
const weasyprint = ofPython('weasyprint')
  ? (source, pdf) => [python, ['-m', 'weasyprint', '-q', source, pdf]]
  : undefined;
const vivliostyle =
  outputOf('vivliostyle', '--version') === undefined
    ? undefined
    : (source, pdf) => [
        'vivliostyle',
        ['build', source, '--output', pdf, '--executable-browser', browser.executable],
      ];

/** A copy of a manuscript whose chapters have no front matter; their paths in it, in order. */
async function plainBook(from, to) {
  const { metadata, sources } = await readManuscript(from);
  await cp(from, to, { recursive: true });
  const chapters = sources.flatMap((source) => (source.kind === 'file' ? [source.file] : []));
  for (const { path, value } of chapters)
    await writeFile(join(to, path), String(value).replace(/^---\n.*?\n---\n/s, ''));
  return { title: metadata.title, language: metadata.language, chapters: chapters.map(({ path }) => path) };
}

try {
  const manuscript = folder ?? (await writeNovel(join(temporary, 'novel')));
  const plain = join(temporary, 'plain');
  const { title, language, chapters } = await plainBook(manuscript, plain);
  const at = (name) => join(temporary, name);
  const source = [
    '--file-scope',
    '-f',
    'markdown',
    '-M',
    `title=${title}`,
    '-M',
    `lang=${language}`,
    ...chapters,
  ];
  const colophonOf = (book, ...options) => [
    process.execPath,
    [script('../lib/cli.js'), 'build', resolve(book), '--quiet', '--no-cache', ...options],
  ];
  const colophon = (...options) => colophonOf(manuscript, ...options);
  // Pandoc's has no printed pages, for which the book must be laid out.
  const unpaged = join(temporary, 'unpaged');
  await cp(manuscript, unpaged, { recursive: true });
  await appendFile(join(unpaged, 'book.yaml'), 'epub: { pages: false }\n');
  /** What is run for each, in turn. */
  const contestants = {
    'Colophon: EPUB, PDF, press PDF, proved': [colophon('--out', at('all'))],
    'Colophon: EPUB without printed pages': [
      colophonOf(unpaged, '--only', 'epub', '--out', at('unpaged-epub')),
    ],
    'Colophon: EPUB': [colophon('--only', 'epub', '--out', at('epub'))],
    'Colophon: PDF': [colophon('--only', 'pdf', '--out', at('pdf'))],
    ...(pandoc && {
      'Pandoc: EPUB': [[pandoc, [...source, '--toc', '-o', at('pandoc.epub')]]],
    }),
    ...(pandoc &&
      typst && {
        'Pandoc, Typst: PDF': [
          [pandoc, [...source, '--toc', '-s', '-t', 'typst', '-o', join(plain, 'book.typ')]],
          typst(join(plain, 'book.typ'), at('typst.pdf')),
        ],
      }),
    ...(pandoc &&
      weasyprint && {
        'Pandoc, WeasyPrint: PDF': [
          [pandoc, [...source, '--toc', '-s', '-t', 'html', '-o', join(plain, 'book.html')]],
          weasyprint(join(plain, 'book.html'), at('weasyprint.pdf')),
        ],
      }),
    ...(pandoc &&
      vivliostyle && {
        'Pandoc, Vivliostyle: PDF': [
          [pandoc, [...source, '--toc', '-s', '-t', 'html', '-o', join(plain, 'book.html')]],
          vivliostyle(join(plain, 'book.html'), at('vivliostyle.pdf')),
        ],
      }),
  };
  const taken = new Map(Object.keys(contestants).map((name) => [name, []]));
  for (let round = 0; round < Number(rounds); round++) {
    for (const [name, commands] of Object.entries(contestants)) {
      let milliseconds = 0;
      for (const [command, args] of commands)
        milliseconds += (
          await measure(command, args, { cwd: plain, env: { ...browser.env, EPUBCHECK: 'off' } })
        ).milliseconds;
      taken.get(name).push(milliseconds);
    }
  }
  console.log(`${title}: ${chapters.length} files, ${availableParallelism()} cores, median of ${rounds}`);
  for (const [name, times] of taken)
    console.log(
      `${name.padEnd(40)} ${seconds(median(times)).padStart(9)}   (${times.map(seconds).join(', ')})`,
    );
  const missing = { pandoc, typst, weasyprint, vivliostyle };
  for (const [name, found] of Object.entries(missing)) if (!found) console.log(`${name} is not installed`);
} finally {
  await rm(temporary, { recursive: true, force: true });
}
