import type { VFile } from 'vfile';
import { pointIn } from '../../book/messages/point-in.ts';
import { report } from '../../book/messages/messages.ts';
import { findControlCharacter } from './control-characters.ts';

/** Enough to see that a file is binary; more would bury the other messages. */
const mostControlCharacters = 10;

/**
 * Puts the text of a file into `file.value`: decoded from UTF-8, without byte order mark,
 * every line end a line feed. Wrong encodings and control characters become messages; the
 * text is then as near as can be, so that the rest can be checked.
 *
 * @param file the file to fill
 * @param bytes what the disk holds
 */
export function decodeInto(file: VFile, bytes: Uint8Array): void {
  const utf16 = utf16Label(bytes);
  if (utf16 === undefined) {
    file.value = normalise(new TextDecoder().decode(bytes));
    reportInvalidBytes(file, bytes);
  } else {
    file.value = normalise(new TextDecoder(utf16).decode(bytes));
    report(file, 'encoding', `The file is encoded in ${utf16.toUpperCase()}, not in UTF-8`);
  }
  reportControlCharacters(file, file.value);
}

function normalise(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function reportInvalidBytes(file: VFile, bytes: Uint8Array): void {
  const length = validLength(bytes);
  if (length === bytes.length) return;
  const before = normalise(new TextDecoder().decode(bytes.subarray(0, length)));
  const byte = (bytes[length] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const word = bytes.subarray(length, length + 1);
  const guess = new TextDecoder('windows-1252').decode(word);
  const hint = /\p{L}|\p{P}/u.test(guess)
    ? `Save the file as UTF-8; the byte would be "${guess}" in Windows-1252.`
    : undefined;
  report(
    file,
    'encoding',
    `The byte 0x${byte} is not UTF-8`,
    pointIn(file, before.length),
    hint === undefined ? {} : { hint },
  );
}

/** How many bytes from the beginning are whole characters in UTF-8. */
function validLength(bytes: Uint8Array): number {
  if (isValid(bytes)) return bytes.length;
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isValid(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle;
  }
  // What is left may end within a character whose next byte is the wrong one.
  while (good > 0 && !isValid(bytes.subarray(0, good))) good -= 1;
  return good;
}

function isValid(bytes: Uint8Array, stream = false): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}

function reportControlCharacters(file: VFile, text: string): void {
  let found = findControlCharacter(text);
  for (let count = 0; found !== undefined && count < mostControlCharacters; count += 1) {
    report(
      file,
      'control-character',
      `The text contains the control character ${found.name}`,
      pointIn(file, found.offset),
    );
    found = findControlCharacter(text, found.offset + 1);
  }
}
