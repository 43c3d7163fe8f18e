import type { Properties } from 'hast';
import type { Nodes } from 'mdast';

/** The properties of the element that a node becomes. */
export function propertiesOf(node: Nodes): Readonly<Properties> {
  const { data } = node;
  return data !== undefined && 'hProperties' in data ? (data.hProperties ?? {}) : {};
}
