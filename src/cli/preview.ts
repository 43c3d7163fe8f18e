import { spawn } from 'node:child_process';
import { UsageError } from '../book/errors.ts';
import { keepBaselineWasm } from '../commands/compilers.ts';
import { keepCompiled } from '../commands/keep-compiled.ts';
import { argumentsOf } from './arguments.ts';
import { limitsOf } from './limits.ts';
import { bookFolder } from './usual-folder.ts';
import { visible } from './visible.ts';

export const help = `colophon preview [manuscript] [options]

Shows the book in the folder "manuscript" in a web page while you write: its printed pages,
its e-book, its cover, and the messages, made again whenever a file is saved. Ctrl-C ends it.

  --open            open the page in the browser of this machine
  --port N          the port of the page; by default one that is free
  --host NAME       where the page is served; by default 127.0.0.1, which only this machine
                    reaches. Whoever reaches another one and knows the address can read the book
  --browser PATH    the Chrome or Chromium to print with
  --limit NAME=N    accept more of something, or less (colophon doctor lists what is limited)
  --no-cache        take nothing from the last build of the book, and keep nothing for the next

The address holds a word that nobody can guess, and the page can change nothing.

  colophon preview --open             the book in ./manuscript
  colophon preview essay --port 4000  the book in the folder essay, at the same port each time
`;

/** Runs the command until it is stopped; gives the exit status where it does not begin. */
export async function run(argv: string[]): Promise<number> {
  const { values, positionals } = argumentsOf({
    args: argv,
    allowPositionals: true,
    options: {
      open: { type: 'boolean', default: false },
      port: { type: 'string' },
      host: { type: 'string' },
      browser: { type: 'string' },
      limit: { type: 'string', multiple: true, default: [] },
      'no-cache': { type: 'boolean', default: false },
    },
  });
  if (positionals.length > 1)
    throw new UsageError(`One manuscript folder at a time, not ${positionals.length}`);
  const { host } = values;
  const port = portOf(values.port);
  const limits = limitsOf(values.limit);
  const folder = bookFolder(positionals[0]);
  keepBaselineWasm();
  await keepCompiled();
  if (host !== undefined && !isOfThisMachine(host))
    say(`Served at ${visible(host)}: whoever reaches it and knows the address can read the book.`);
  const { preview } = await import('../preview/preview.ts');
  const told = new Set<string>();
  const { url } = await preview(folder, {
    ...(host !== undefined && { host }),
    ...(port !== undefined && { port }),
    ...(values.browser !== undefined && { browser: values.browser }),
    limits,
    cache: !values['no-cache'],
    ignore: ['dist'],
    onNote: (text) => {
      if (!told.has(text)) say(visible(text));
      told.add(text);
    },
    onBuilt: ({ text, errors, warnings }) => say(`${visible(text)}${counted(errors, warnings)}`),
  });
  process.stdout.write(`Preview of ${visible(folder)}:\n  ${url}\nCtrl-C ends it.\n`);
  if (values.open) open(url);
  // A signal ends the program.
  return new Promise(() => undefined);
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

function counted(errors: number, warnings: number): string {
  const some = [
    ...(errors > 0 ? [`${errors} ${errors === 1 ? 'error' : 'errors'}`] : []),
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
  ];
  return some.length > 0 ? ` (${some.join(', ')})` : '';
}

function portOf(stated: string | undefined): number | undefined {
  if (stated === undefined) return undefined;
  const port = /^\d{1,5}$/.test(stated) ? Number(stated) : Number.NaN;
  if (!(port <= 65_535)) throw new UsageError(`--port takes a number from 0 to 65535, not "${stated}"`);
  return port;
}

function isOfThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

/** Opens an address in the browser of the machine; where there is none, the address has been told. */
function open(url: string): void {
  const [program, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', url]
        : ['xdg-open', url];
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.on('error', () => say('No browser could be opened: open the address yourself.'));
  child.unref();
}
