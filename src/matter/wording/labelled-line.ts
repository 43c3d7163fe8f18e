import type { PhrasingContent } from 'mdast';
import type { ElementNode } from '../../book/nodes.ts';
import { line, span, text } from '../element.ts';
import { separatorsOf } from '../../language/separators.ts';

/**
 * A paragraph of a class that begins with a label and a colon.
 *
 * @param className the class
 * @param label what the value is; a colon at its end is not doubled
 * @param value the value
 * @param language BCP 47, for the colon
 */
export function labelledLine(
  className: string,
  label: string,
  value: PhrasingContent[],
  language: string,
): ElementNode {
  const name = label.trim().replace(/\s*[:：]$/, '');
  return line(
    className,
    name === '' ? value : [span('label', name), text(separatorsOf(language).colon), ...value],
  );
}
