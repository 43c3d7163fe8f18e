import { visible } from './visible.ts';

/** A text as Markdown that means nothing but itself, in one line. */
export function markdownText(written: string): string {
  return visible(written.replaceAll('\n', ' '))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_[\]|#~$@]/g, '\\$&');
}
