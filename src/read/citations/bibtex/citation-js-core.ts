/*
 * What the parser of .bib files needs of the core of citation-js; the core whole would bring what fetches files from
 * the network. Bundles have this in its place.
 */
import { Grammar } from '@citation-js/core/lib/util/grammar.js';
import { Translator } from '@citation-js/core/lib/util/translator.js';

export const util = { Grammar, Translator };

const silent = (): void => undefined;

/** It would write to the console. */
export const logger = {
  unmapped: silent,
  warn: silent,
  error: silent,
  info: silent,
  debug: silent,
  http: silent,
};
