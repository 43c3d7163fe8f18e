/** What the script that decodes pictures offers. */
export interface DecoderScript {
  /**
   * Decodes a JPEG into sRGB. It takes and gives Base64: nothing else passes the protocol unharmed.
   *
   * @param tolerance how far red, green and blue may lie apart, if only greys are wanted
   * @returns three bytes for each pixel; undefined where the file is broken, or has other colours than are wanted
   */
  readonly decodeJpeg: (jpeg: string, tolerance?: number) => Promise<string | undefined>;
}
