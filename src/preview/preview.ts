import { judgeFolder, judgeOptions, typed, without } from '../build/judge-options.ts';
import type { BuildOptions } from '../build/options.ts';

/** What the caller of a preview may ask for. */
export interface PreviewOptions extends Pick<
  BuildOptions,
  'browser' | 'limits' | 'only' | 'threads' | 'cache' | 'themes' | 'locales'
> {
  /** The name or address of this machine at which the page is served; by default 127.0.0.1, which only it reaches. */
  readonly host?: string;
  /** By default any that is free. */
  readonly port?: number;
  /** Paths of files and folders whose changes do not count. */
  readonly ignore?: ReadonlyArray<string>;
  /** Called with what is worth knowing of the machine. */
  readonly onNote?: (text: string) => void;
  /** Called when a build has come to an end, with the files that were changed before it. */
  readonly onBuilt?: (outcome: PreviewedBuild) => void;
}

/** How a build of a preview ended. */
export interface PreviewedBuild {
  /** Whether the book could be made. */
  readonly ok: boolean;
  /** One line: how long it took, or why there is nothing new to be seen. */
  readonly text: string;
  readonly errors: number;
  readonly warnings: number;
}

/** A preview that runs. */
export interface Preview {
  /** The address of its page, which nobody else can guess. */
  readonly url: string;
  /** Ends it. */
  readonly close: () => Promise<void>;
}

/**
 * Shows a book in a web page while it is written: its printed pages, its e-book, and what is to be said of both,
 * made again whenever something in the manuscript folder has changed.
 *
 * @param folder path of the folder with book.yaml and the Markdown files
 * @throws UsageError where there is no such folder, or an option is none that there is
 * @throws EnvironmentError where the page cannot be served
 */
export async function preview(folder: string, options: PreviewOptions = {}): Promise<Preview> {
  judgeFolder(folder);
  judgeOptions(options, {
    host: typed('string', 'a name or an address'),
    port: (value, name) =>
      Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 65_535
        ? undefined
        : `${name} takes a number from 0 to 65535`,
    ignore: (value, name) => (Array.isArray(value) ? undefined : `${name} takes a list of paths`),
    onBuilt: typed('function', 'a function'),
    // The book is built in a process of its own, where functions of the caller cannot be called.
    ...without(notOfPreviews, 'A preview'),
  });
  // A build need not wait for what serves pages.
  const { startPreview } = await import('./start-preview.ts');
  return startPreview(folder, options);
}

const notOfPreviews: ReadonlyArray<Exclude<keyof BuildOptions, keyof PreviewOptions>> = [
  'epoch',
  'onDoing',
  'onStep',
  'provenance',
  'rehypePlugins',
  'remarkPlugins',
  'replaces',
  'report',
  'sign',
  'strict',
  'transformHtml',
];
