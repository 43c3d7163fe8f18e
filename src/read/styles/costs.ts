import type { VFile } from 'vfile';
import { pointIn } from '../../book/messages/point-in.ts';
import { report } from '../../book/messages/messages.ts';
import type { CssCost } from '../../css/costs.ts';
import type { BookSizes } from '../../css/costs-in-book.ts';

/** Refuses what would keep the browser busy for ever with any book, before the browser gets it. */
export async function reportCost(file: VFile): Promise<void> {
  const { cssCost } = await import('../../css/costs.ts');
  tell(file, cssCost(String(file)));
}

/** Refuses what would do so with a book of this size; a stylesheet that is refused already is not judged again. */
export async function reportCostInBook(file: VFile, sizes: BookSizes): Promise<void> {
  if (file.messages.some(({ ruleId }) => ruleId === 'stylesheet-costly')) return;
  const { costInBook } = await import('../../css/costs-in-book.ts');
  tell(file, costInBook(String(file), sizes));
}

function tell(file: VFile, cost: CssCost | undefined): void {
  if (cost !== undefined) report(file, 'stylesheet-costly', cost.reason, pointIn(file, cost.offset));
}
