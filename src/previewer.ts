import { setPriority } from 'node:os';
import { keepBaselineWasm } from './commands/baseline-wasm.ts';
import { Builder } from './preview/builds/builder.ts';
import type { BuildNews, BuildOrder } from './preview/builds/build-news.ts';

// The process that builds whole books for a preview. It ends with the preview, however that ends.
process.on('disconnect', () => process.exit());
process.on('message', (order: BuildOrder) => void follow(order));

keepBaselineWasm();

let builder: Builder | undefined;

async function follow(order: BuildOrder): Promise<void> {
  if (order.kind === 'set up') {
    builder = new Builder(order.setup);
    return;
  }
  await builder?.build((news) => process.send?.({ number: order.number, ...news } satisfies BuildNews));
}

try {
  // What was just written is shown first.
  setPriority(10);
} catch {
  // It is so anyway, then.
}
