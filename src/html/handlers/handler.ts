import type { Options } from 'remark-rehype';

/** A function that turns one type of mdast node into hast. */
export type Handler = NonNullable<NonNullable<Options['handlers']>['paragraph']>;
