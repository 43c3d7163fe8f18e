import { corrupt, type ImageFacts } from '../images/image-fault.ts';

/**
 * Captions of a film, in WebVTT (https://www.w3.org/TR/webvtt1/), without notes, which only those who wrote them read.
 *
 * @param bytes all of the file
 */
export function captionsFacts(bytes: Uint8Array): ImageFacts {
  const text = decoded(bytes);
  const [head = ''] = text?.split(/\r\n|\r|\n/, 1) ?? [];
  if (text === undefined || !/^WEBVTT(?:[ \t]|$)/.test(head))
    return {
      mediaType: 'application/octet-stream',
      faults: [
        {
          ...corrupt('is not in WebVTT, or not in UTF-8'),
          hint: 'Begin it with the line WEBVTT; from SubRip (.srt): ffmpeg -i captions.srt captions.vtt.',
        },
      ],
    };
  const blocks = text.replaceAll(/\r\n?/g, '\n').split(/\n{2,}/);
  const [first = '', ...rest] = blocks;
  // What stands in the lines below the first belongs to it, unless somebody forgot the empty line.
  const forgotten = first.includes('-->') ? [first.slice(first.indexOf('\n')).trim()] : [];
  const cues = rest.filter((block) => !/^NOTE(?:\s|$)/.test(block.trimStart()));
  const clean = Buffer.from(['WEBVTT', ...forgotten, ...cues].join('\n\n'));
  const isSame = clean.equals(bytes);
  return { mediaType: 'text/vtt', faults: [], ...(isSame ? {} : { bytes: clean }) };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
