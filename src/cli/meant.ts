import { dictionary } from '../book/dictionary.ts';

/** Commands as other programs call them, and what does the same here. */
const commands = dictionary<string>({
  serve: 'preview',
  server: 'preview',
  dev: 'preview',
  start: 'preview',
  open: 'preview',
  view: 'preview',
  live: 'preview',
  watch: 'build --watch',
  new: 'init',
  create: 'init',
  import: 'init --from FILE',
  make: 'build',
  render: 'build',
  compile: 'build',
  convert: 'build',
  export: 'build',
  generate: 'build',
  print: 'build --only pdf',
  pdf: 'build --only pdf',
  epub: 'build --only epub',
  ebook: 'build --only epub',
  html: 'site',
  web: 'site',
  website: 'site',
  lint: 'build --strict',
  validate: 'check',
  preflight: 'check',
  compare: 'diff',
  version: '--version',
});

/** Options as other programs call them, and what does the same here. */
const options = dictionary<string>({
  '-o': '--out FOLDER',
  '--output': '--out FOLDER',
  '--output-dir': '--out FOLDER',
  '--dest': '--out FOLDER',
  '--destination': '--out FOLDER',
  '-d': '--out FOLDER',
  '--pdf': '--only pdf',
  '--epub': '--only epub',
  '--press': '--only press',
  '--to': '--only pdf',
  '-t': '--only pdf',
  '-w': '--watch',
  '-p': '--port N',
  '-q': '--quiet',
  '-y': '--yes',
  '--default': '--yes',
  '--defaults': '--yes',
  '--lang': '--language TAG',
  '-v': '--version',
  '--browser-path': '--browser PATH',
  '--chrome': '--browser PATH',
});

/** What an author likely meant by a command that there is not, as it is typed here. */
export function meantCommand(name: string): string | undefined {
  return Object.hasOwn(commands, name) ? commands[name] : undefined;
}

/**
 * What an author likely meant by an option that there is not, as it is typed here.
 *
 * @param known the options of the command, such as `--out`
 */
export function meantOption(name: string, known: ReadonlyArray<string>): string | undefined {
  const meant = Object.hasOwn(options, name) ? options[name] : undefined;
  return meant !== undefined && known.includes(meant.split(' ', 1)[0] ?? '') ? meant : undefined;
}
