/**
 * The text of a file: in the encoding of its byte order mark, in UTF-8 where it can be that (as browsers save
 * pages, whatever their `meta` elements still say), else in the one that it declares (HTML, 13.2.3), else in
 * Windows-1252.
 */
export function encodedText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
    return new TextDecoder(known(/<meta[^>]+charset=["']?\s*([\w-]+)/i.exec(start)?.[1])).decode(bytes);
  }
}

/** The name of an encoding, where it is one. */
function known(declared: string | undefined): string {
  try {
    return new TextDecoder(declared ?? 'windows-1252').encoding;
  } catch {
    return 'windows-1252';
  }
}
