import { compileForOneBuild } from './commands/compilers.ts';
import { Builder } from './preview/builds/builder.ts';
import type { BuildNews, BuildOrder } from './preview/builds/build-news.ts';

// The process that builds whole books for a preview. It ends with the preview, however that ends.
process.on('disconnect', () => process.exit());
process.on('message', (order: BuildOrder) => {
  followed = followed.then(() => follow(order));
});

compileForOneBuild();

let builder: Builder | undefined;

/** Orders are followed one after the other. */
let followed: Promise<void> = Promise.resolve();

/** Whether builds give way to what was just written. */
let givesWay = false;

async function follow(order: BuildOrder): Promise<void> {
  if (order.kind === 'set up') {
    builder = new Builder(order.setup);
    return;
  }
  await builder?.build((news) => process.send?.({ number: order.number, ...news } satisfies BuildNews));
  // Once there is something to be seen, what was just written is shown first.
  if (!givesWay) await builder?.giveWay();
  givesWay = true;
}
