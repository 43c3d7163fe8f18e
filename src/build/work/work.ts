/** What loads the work that can be handed to another thread, by the task of the plan. */
const loaders = {
  'parse files': async () => (await import('../../markdown/ahead/parse-ahead.ts')).parseAhead,
  'divide the words': async () => (await import('../../emit/pdf/document/break-points.ts')).breakPoints,
  'judge the EPUB': async () => (await import('../../preflight/epub/check-epub.ts')).checkEpub,
  'prove the EPUB': async () => (await import('./prove-epub.ts')).proveEpub,
  'finish and prove the press PDF': async () => (await import('./finish-press.ts')).finishPress,
} as const;

/** A task that can be handed to another thread. */
export type Handed = keyof typeof loaders;

type Work<Name extends Handed> = Awaited<ReturnType<(typeof loaders)[Name]>>;

/** What a task is done with: plain data, and functions that answer later, which may be far away. */
export type Arguments<Name extends Handed> = Parameters<Work<Name>>;

/** What comes of a task: plain data. */
export type Outcome<Name extends Handed> = Awaited<ReturnType<Work<Name>>>;

/** What loads the function that does a task. */
export type Loader<Name extends Handed> = () => Promise<
  (...given: Arguments<Name>) => Outcome<Name> | Promise<Outcome<Name>>
>;

/** The work that can be handed to another thread. */
export const work: { readonly [Name in Handed]: Loader<Name> } = loaders;
