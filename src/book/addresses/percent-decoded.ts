/**
 * A piece of an address without percent-encoding; as it stands where a percent sign encodes
 * nothing, which then stands for itself.
 *
 * @param text a path or a fragment, not a whole URL
 */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
