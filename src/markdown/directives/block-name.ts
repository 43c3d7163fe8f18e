import { boxKindOf } from './box-kinds.ts';
import { containerDirectives } from './directives.ts';

/** What Quarto's boxes are called: `callout-note`. */
export const callout = 'callout-';

/**
 * The block that a name between colons means, be it called otherwise in another dialect.
 *
 * @param name as typed
 */
export function blockNameOf(name: string): string | undefined {
  if (containerDirectives.has(name)) return name;
  return boxKindOf(name.startsWith(callout) ? name.slice(callout.length) : name);
}
