import { readStores, storeNames } from '../read/stores/store.ts';
import { argumentsOf } from './arguments.ts';
import { storeInWords } from './store-in-words.ts';

export const help = `colophon stores [options]

Lists the stores whose demands an EPUB can be judged by: for each its name, which book.yaml
states as epub: { store: name } and colophon check takes as --store, what it asks for, how
grave it is to be without, where that is from, and what of it nobody has confirmed.

  --json            one JSON document on standard output, sizes in bytes and pixels
`;

/** Runs the command and gives the exit status. */
export async function run(argv: string[]): Promise<number> {
  const { values } = argumentsOf({ args: argv, options: { json: { type: 'boolean', default: false } } });
  const stores = await readStores(await storeNames());
  process.stdout.write(
    values.json ? `${JSON.stringify({ stores }, null, 2)}\n` : stores.map(storeInWords).join('\n'),
  );
  return 0;
}
