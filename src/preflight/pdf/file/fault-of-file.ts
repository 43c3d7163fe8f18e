import { StreamError } from '../../../pdf/streams.ts';
import { UnreadablePdf } from './open-pdf.ts';

/**
 * Whether an error tells that the file is not sound, not that its judge is: a stream that cannot be
 * decoded, objects too deep to follow, numbers no array can have. Everything else is our own fault
 * and goes up as such.
 */
export function isFaultOfFile(error: unknown): boolean {
  return error instanceof UnreadablePdf || error instanceof StreamError || error instanceof RangeError;
}
