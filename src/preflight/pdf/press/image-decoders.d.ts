/** The part of the image decoders of pdf.js that is used here; they have no types of their own. */
declare module 'pdfjs-dist/image_decoders/pdf.image_decoders.mjs' {
  export class JpegImage {
    /** @throws where it is no JPEG */
    parse(bytes: Uint8Array): void;
    /** Scaled to this size, in the components of the file. */
    getData(options: {
      readonly width: number;
      readonly height: number;
      readonly forceRGB: boolean;
      readonly isSourcePDF: boolean;
    }): Uint8Array;
  }
}
