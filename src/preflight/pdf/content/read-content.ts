import { constant, end, Keyword } from './keyword.ts';
import { Lexer } from './lexer.ts';
import type { Operand } from './operand.ts';

/** A colour of DeviceN has 32 components at the most. */
const mostOperands = 64;

/**
 * Gives the operators of a content stream one after the other (ISO 32000-1, 7.8.2). Inline images
 * come as `BI` with their dictionary as operand. Whatever is no token is passed over, as viewers do.
 *
 * @param bytes the content, decoded
 * @param visit gets operator and operands; false ends the reading
 */
export function readContent(
  bytes: Uint8Array,
  visit: (operator: string, operands: Operand[]) => boolean,
): void {
  const lexer = new Lexer(bytes);
  let operands: Operand[] = [];
  for (;;) {
    const token = lexer.next();
    if (token === end) return;
    if (!(token instanceof Keyword)) {
      if (operands.length < mostOperands) operands.push(token);
    } else if (token.word === 'true' || token.word === 'false' || token.word === 'null') {
      operands.push(constant(token));
    } else {
      if (token.word === 'BI') operands.push(lexer.inlineImage());
      if (token.word !== '' && !visit(token.word, operands)) return;
      operands = [];
    }
  }
}
