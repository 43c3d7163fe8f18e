/** The most that is unpacked of a container whose files are far smaller packed: 128 MB, and forty times its size. */
const unsuspected = 128 * 2 ** 20;
const likely = 40;

/** Signatures of the records that end an archive and list its files (APPNOTE.TXT 6.3, 4.3.16 and 4.3.12). */
const endSignature = 0x06054b50;
const fileSignature = 0x02014b50;
const endLength = 22;
const headerLength = 46;

/**
 * Bytes to which a container would unpack, where that is more than any book comes to: an archive made to
 * fill the memory. What is no archive, or states no sizes, is left to the checkers.
 *
 * @param epub the container
 */
export function excessiveSize(epub: Uint8Array): number | undefined {
  const view = new DataView(epub.buffer, epub.byteOffset, epub.byteLength);
  const end = endOf(view);
  if (end === undefined) return undefined;
  let total = 0;
  let at = view.getUint32(end + 16, true);
  while (at + headerLength <= view.byteLength && view.getUint32(at, true) === fileSignature) {
    total += view.getUint32(at + 24, true);
    const names = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    at += headerLength + names.reduce((sum, each) => sum + each, 0);
  }
  return total > Math.max(unsuspected, epub.byteLength * likely) ? total : undefined;
}

/** Where the last record begins: only a comment of at most 65,535 bytes may stand behind it. */
function endOf(view: DataView): number | undefined {
  const last = view.byteLength - endLength;
  for (let at = last; at >= 0 && at > last - 2 ** 16; at--)
    if (view.getUint32(at, true) === endSignature) return at;
  return undefined;
}
