import { extname } from 'node:path';
import { latin1 } from '../files/bytes.ts';
import { corrupt, type ImageFacts, type ImageFault } from '../images/image-fault.ts';
import { foreign } from './clean-audio.ts';
import { cleanM4a } from './clean-m4a.ts';
import { cleanMp3 } from './clean-mp3.ts';
import { cleanOpus } from './clean-opus.ts';

const formats = {
  mp3: { name: 'MP3', mediaType: 'audio/mpeg', endings: ['mp3'], clean: cleanMp3 },
  m4a: { name: 'MPEG-4', mediaType: 'audio/mp4', endings: ['m4a'], clean: cleanM4a },
  opus: { name: 'Ogg', mediaType: 'audio/ogg; codecs=opus', endings: ['opus', 'ogg'], clean: cleanOpus },
} as const;

/**
 * Media type and faults of a recording: one that all reading systems play (EPUB 3.3, 3.2), without names, places
 * and times.
 *
 * @param path the file, for its ending
 * @param bytes all of it
 */
export function audioFacts(path: string, bytes: Uint8Array): ImageFacts {
  if (bytes.length === 0) return without(corrupt('is empty'));
  const format = formatOf(bytes);
  if (format === undefined) return without(foreign('is neither MP3 nor MPEG-4 audio nor Opus'));
  const { name, mediaType, endings, clean } = formats[format];
  if (!endings.some((ending) => ending === extname(path).slice(1).toLowerCase())) {
    const reason = `is in the format ${name}, not in the one its name says`;
    return without({ ...foreign(reason), hint: `Rename the file so that it ends in .${endings[0]}.` });
  }
  const { fault, ...cleaned } = clean(bytes);
  if (fault !== undefined || !('bytes' in cleaned)) return without(fault ?? corrupt('cannot be read'));
  return {
    mediaType,
    faults: [],
    ...(cleaned.bytes !== bytes && { bytes: cleaned.bytes }),
    ...(cleaned.hadPlace && { hadPlace: true }),
  };
}

function formatOf(bytes: Uint8Array): keyof typeof formats | undefined {
  const head = latin1(bytes, 0, Math.min(16, bytes.length));
  if (head.slice(4, 8) === 'ftyp') return 'm4a';
  if (head.startsWith('OggS')) return 'opus';
  const isFrame = bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0;
  return head.startsWith('ID3') || isFrame ? 'mp3' : undefined;
}

function without(fault: ImageFault): ImageFacts {
  return { mediaType: 'application/octet-stream', faults: [fault] };
}
