import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import type { Processor } from 'unified';

/**
 * Reads `**(strong)**` beside Chinese, Japanese and Korean letters, where CommonMark takes a sign between a letter and
 * punctuation for text: these scripts have no blanks between words.
 */
export function remarkCjkEmphasisSyntax(this: Processor): void {
  (this.data().micromarkExtensions ??= []).push(cjkFriendlyExtension());
}
