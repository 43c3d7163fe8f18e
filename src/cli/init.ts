import { existsSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { createInterface, type Interface } from 'node:readline/promises';
import { alternatives } from '../book/alternatives.ts';
import { UsageError } from '../book/errors.ts';
import { documentAt, initialize, initializeFrom, kinds, languageOf, type Kind } from '../commands/init.ts';
import { nobody } from '../book/nobody.ts';
import { ciServers, initializeCi, type CiServer } from '../commands/init-ci.ts';
import { argumentsOf } from './arguments.ts';
import { unknownWord } from './unknown-word.ts';
import { visible } from './visible.ts';

export const help = `colophon init [folder] [options]

Begins a book in a folder: a book.yaml with the keys one will want, and a first chapter with
a note where there is no Markdown yet. Asks what it is not told, on a terminal; no file that
is there is changed.

  --title TEXT      the title; by default from the name of the folder
  --author NAME     who wrote it
  --language TAG    BCP 47, such as en, de or pt-BR; en by default
  --kind KIND       novel, essays, article, scholarly, verse or manual; article by default
  --theme NAME      the interior (see colophon themes); by default the one that suits the kind
  --trim SIZE       the size of the page, such as 6in x 9in or A5
  --printer NAME    whose demands hold (see colophon printers)
  --ci SERVER       github or gitlab: writes the workflow that builds the book there, too; in a
                    folder that holds a book, nothing else
  --from FILE       a Word document (.docx), a saved web page (.html) or a plain text (.txt) that
                    becomes the chapters: with its notes, pictures, title, authors and what it says
                    of the rights; or the folder of another program's book (mdBook, Quarto,
                    Leanpub, MkDocs …), which gets the book.yaml that says the same
  --yes             ask nothing

  colophon init my-book
  colophon init my-book --title "The Tide" --author "Jane Doe" --kind novel
  colophon init my-book --from draft.docx
  colophon init --from their-book
`;

const options = {
  title: { type: 'string' },
  author: { type: 'string' },
  language: { type: 'string' },
  kind: { type: 'string' },
  theme: { type: 'string' },
  trim: { type: 'string' },
  printer: { type: 'string' },
  ci: { type: 'string' },
  from: { type: 'string' },
  yes: { type: 'boolean', default: false },
} as const;

/** Runs the command and gives the exit status. */
export async function run(argv: string[]): Promise<number> {
  const { values, positionals } = argumentsOf({ args: argv, allowPositionals: true, options });
  const { yes: _, ci, ...ofBook } = values;
  if (positionals.length > 1) throw new UsageError(`One folder at a time, not ${positionals.length}`);
  if (values.from !== undefined && isFolder(values.from)) {
    assertNone({ ...ofBook, ci, from: undefined }, "the files of the other program's book say that");
    return beginFrom(values.from, positionals[0]);
  }
  const folder = positionals[0] ?? '.';
  const server = serverOf(values.ci);
  const isBegun = server !== undefined && existsSync(join(folder, 'book.yaml'));
  if (isBegun) assertNone(ofBook, `${folder} holds a book already, whose book.yaml says that`);
  const shown = folder === '.' ? '' : `${folder.replace(/\/+$/, '')}/`;
  const begun = isBegun ? { files: [], remarks: [] } : await begin(folder, values);
  const files = begun.files.map((path) => `${shown}${path}`);
  const workflow = server === undefined ? undefined : await initializeCi(folder, server);
  if (workflow !== undefined) files.push(relative('.', workflow.path));
  const missing =
    workflow?.isInstallable === false
      ? '\nThe workflow installs what package-lock.json names; it is made by\n  npm install --save-dev colophon\n'
      : '';
  const remarks = begun.remarks.map((remark) => `\n${visible(remark)}.\n`).join('');
  process.stdout.write(
    `Begun:\n${files.map((path) => `  ${visible(path)}\n`).join('')}${remarks}${nextSteps(folder)}${missing}`,
  );
  return 0;
}

/** What to do with a book that is begun, in the words of who called us. */
function nextSteps(folder: string): string {
  const called = process.env['npm_command'] === 'exec' ? 'npx colophon' : 'colophon';
  const book = visible(folder);
  return `\nSee it while you write:\n  ${called} preview ${book} --open\nBuild it:\n  ${called} build ${book}\n`;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Writes the book.yaml of another program's book, where that book lies. */
async function beginFrom(folder: string, other: string | undefined): Promise<number> {
  if (other !== undefined && resolve(other) !== resolve(folder))
    throw new UsageError(
      `The book.yaml of another program's book stands beside its files: colophon init --from ${folder}`,
    );
  const read = await initializeFrom(folder);
  const path = join(folder, 'book.yaml');
  process.stdout.write(`Read as ${visible(read)}\nBegun:\n  ${visible(path)}\n${nextSteps(folder)}`);
  return 0;
}

interface Begun {
  readonly files: ReadonlyArray<string>;
  readonly remarks: ReadonlyArray<string>;
}

type Values = ReturnType<typeof argumentsOf<{ options: typeof options }>>['values'];

/** Begins the book as the options say, and the answers where somebody can be asked. */
async function begin(folder: string, values: Values): Promise<Begun> {
  const known = await kinds();
  const from = values.from === undefined ? undefined : await documentAt(values.from, values);
  const usual = {
    title: from?.metadata.title ?? titleOf(folder),
    author: from?.metadata.authors?.[0] ?? nobody,
    language: from?.metadata.language ?? 'en',
    kind: 'article',
  };
  const asks = process.stdin.isTTY && process.stdout.isTTY && !values.yes;
  const told = asks ? await answers(values, usual, known) : values;
  const { title = usual.title, author = usual.author, language = usual.language } = told;
  const files = await initialize(folder, {
    title,
    author,
    language,
    kind: kindOf(told.kind ?? usual.kind, known),
    ...(values.theme !== undefined && { theme: values.theme }),
    ...(values.trim !== undefined && { trim: values.trim }),
    ...(values.printer !== undefined && { printer: values.printer }),
    ...(from !== undefined && { from }),
    year: new Date().getFullYear(),
  });
  return { files, remarks: from?.remarks ?? [] };
}

/** @throws {UsageError} where something is said that nothing would be made of */
function assertNone(values: Readonly<Record<string, string | undefined>>, why: string): void {
  const said = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`]));
  if (said.length > 0) throw new UsageError(`Leave out ${said.join(', ')}: ${why}`);
}

function serverOf(stated: string | undefined): CiServer | undefined {
  const server = ciServers.find((each) => each === stated);
  if (stated !== undefined && server === undefined)
    throw unknownWord(`--ci takes ${alternatives(ciServers)}, not "${stated}"`, stated, ciServers);
  return server;
}

/** `my-first_book` → `My first book`. */
function titleOf(folder: string): string {
  const words = basename(resolve(folder)).replace(/[-_]+/g, ' ').trim();
  return words === '' ? 'The Title' : words.charAt(0).toUpperCase() + words.slice(1);
}

function kindOf(name: string, known: ReadonlyArray<Kind>): Kind {
  const names = known.map((kind) => kind.name);
  const found = known.find((kind) => kind.name === name.toLowerCase());
  if (found !== undefined) return found;
  throw unknownWord(`--kind takes ${alternatives(names)}, not "${name}"`, name, names);
}

type Answers = Partial<Record<'title' | 'author' | 'language' | 'kind', string>>;

/** Asks for what the command line does not say; an empty answer takes what is usual. */
async function answers(
  values: Answers,
  usual: Readonly<Required<Answers>>,
  known: ReadonlyArray<Kind>,
): Promise<Answers> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const title = values.title ?? (await answer(terminal, 'Title', usual.title, (text) => text));
    const author = values.author ?? (await answer(terminal, 'Author', usual.author, (text) => text));
    const language = values.language ?? (await answer(terminal, 'Language', usual.language, languageOf));
    if (values.kind !== undefined) return { title, author, language, kind: values.kind };
    const list = known.map(({ name, title: words }, index) => `  ${index + 1} ${name}: ${words}\n`).join('');
    process.stdout.write(list);
    const kind = await answer(
      terminal,
      'Kind',
      usual.kind,
      (text) => known[Number(text) - 1]?.name ?? kindOf(text, known).name,
    );
    return { title, author, language, kind };
  } finally {
    terminal.close();
  }
}

/** Asks until the answer is one: who mistypes the last must not give all of them again. */
async function answer(
  terminal: Interface,
  what: string,
  usual: string,
  read: (given: string) => string,
): Promise<string> {
  const given = (await terminal.question(`${what} (${usual}): `)).trim();
  try {
    return given === '' ? usual : read(given);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stdout.write(`${visible(error.message.replace(/^--kind takes/, 'A kind is'))}\n`);
    return answer(terminal, what, usual, read);
  }
}
