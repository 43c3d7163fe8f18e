import { endOnSignals } from './build/signals.ts';
import { compileForOneBuild } from './commands/compilers.ts';
import { keepCompiled } from './commands/keep-compiled.ts';
import type { BuildOrder } from './series/build-orders.ts';

// A process that builds and releases books of a series, one after the other. It ends with whoever asks for them.
endOnSignals();
process.on('disconnect', () => process.exit());
compileForOneBuild();
await keepCompiled();
const { BookReleaser } = await import('./series/release-books.ts');
const releaser = new BookReleaser();
process.on('message', (order: BuildOrder) => {
  void releaser.release(order, (news) => process.send?.(news));
});
