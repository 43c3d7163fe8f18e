import type { ImageFault } from '../images/image-fault.ts';

/** A recording without what programs wrote into it, or why it cannot be carried. */
export type CleanAudio =
  | { readonly bytes: Uint8Array; readonly hadPlace: boolean; readonly fault?: never }
  | { readonly fault: ImageFault };

/** What no edition carries. */
export function foreign(reason: string): ImageFault {
  return {
    rule: 'image-format',
    reason,
    hint: 'Convert it to MP3 (.mp3), to AAC in MPEG-4 (.m4a), or to Opus in Ogg (.opus).',
  };
}
