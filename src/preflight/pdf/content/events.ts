import type { PDFDict, PDFStream } from 'pdf-lib';
import type { Box, PdfPage } from '../file/pages.ts';
import type { Blending } from './blending.ts';
import type { ColourSpace } from './colour-space.ts';
import type { PdfFont } from './font.ts';
import type { Matrix } from './matrix.ts';
import type { Operand } from '../../../pdf/content/operand.ts';

/** A colour: numbers, and what they mean. */
export interface Paint {
  readonly space: ColourSpace;
  readonly values: ReadonlyArray<number>;
}

/** In which marked content something is painted (ISO 32000-1, 14.7.4.2). */
export interface Mark {
  readonly isArtifact: boolean;
  /** The identifier of the nearest marked content that has one. */
  readonly mcid?: number;
  /** The form whose content it is; the page otherwise. */
  readonly form?: PDFStream;
  /** Whether it stands for no text, as the shadow of a text does (ISO 32000-1, 14.9.4). */
  readonly saysNothing?: true;
  /** Whether it is a sample of a pattern, which stands where the pattern is used. */
  readonly inPattern?: true;
}

interface Painted {
  readonly page: PdfPage;
  /** What is seen of it, on the page in its own units. */
  readonly box: Box;
  readonly mark: Mark | undefined;
  readonly blending: Blending;
}

/** Text of one operator. */
export interface TextEvent extends Painted {
  readonly font: PdfFont | undefined;
  readonly codes: ReadonlyArray<number>;
  /** In units of the page. */
  readonly size: number;
  readonly fill: Paint | undefined;
  readonly stroke: Paint | undefined;
  /** Whether it is there for search alone. */
  readonly isInvisible: boolean;
}

export interface PathEvent extends Painted {
  readonly fill: Paint | undefined;
  readonly stroke: Paint | undefined;
  /** Of the stroke, in units of the page. */
  readonly width: number;
  /** Whether it is one rectangle with upright sides. */
  readonly isRectangle: boolean;
  /** The box around the path itself, seen or not. */
  readonly extent: Box;
}

export interface ImageEvent extends Painted {
  readonly matrix: Matrix;
  readonly pixels: { readonly width: number; readonly height: number };
  readonly bits: number;
  /** A stencil takes the colour of the text. */
  readonly stencil?: Paint;
  readonly space?: ColourSpace;
  /** The image itself; none where it stands in the content. */
  readonly stream?: PDFStream;
}

export interface ShadingEvent extends Painted {
  readonly space: ColourSpace;
}

/** Looks at what is painted. */
export interface Inspector {
  readonly text?: (event: TextEvent) => void;
  readonly path?: (event: PathEvent) => void;
  readonly image?: (event: ImageEvent) => void;
  readonly shading?: (event: ShadingEvent) => void;
  /** After the last of a page. */
  readonly end?: (page: PdfPage) => void;
  /** A form or the group of a page, before its content; it mixes as a whole with what lies beneath it. */
  readonly group?: (group: PDFDict, page: PdfPage, blending: Blending) => void;
  /** The beginning of marked content. */
}

/** The property list of marked content, in the content or in the resources. */
export type MarkProperties = ReadonlyMap<string, Operand> | PDFDict | undefined;
