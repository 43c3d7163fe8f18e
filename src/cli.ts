#!/usr/bin/env node
/** Nothing is imported before: where not even the program can be read, that is told in a line as well. */
process.exitCode = await import('./cli/main.ts').then(
  ({ main }) => main(process.argv.slice(2)),
  (error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      `colophon: the program cannot be read: ${reason}\n  Allow more open files (ulimit -n 1024), or install Colophon again.\n`,
    );
    return 3;
  },
);
