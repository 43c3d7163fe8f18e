import type { Processor } from 'unified';
import { textDirectives } from './directives.ts';
import { guardTextConstruct } from '../guard-construct.ts';

const colon = 58;

/**
 * Reads `:name[text]` as a directive only where the name is known, so that `3:30`,
 * `:smile` and `see:this[^1]` stay what the author typed. Use after remark-directive.
 */
export function remarkStrictDirectives(this: Processor): void {
  guardTextConstruct(this.data(), colon, (source) => {
    const name = /^:([\w-]+)\[/.exec(source)?.[1];
    return name !== undefined && textDirectives.has(name);
  });
}
