/** What the script that decodes pictures offers. */
export interface DecoderScript {
  /**
   * Decodes a JPEG into sRGB. It takes and gives Base64: nothing else passes the protocol unharmed.
   *
   * @returns three bytes for each pixel; undefined where the file is broken
   */
  readonly decodeJpeg: (jpeg: string) => Promise<string | undefined>;
}
