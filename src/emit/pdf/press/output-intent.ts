import { PDFHexString, PDFName, PDFString, type PDFDocument } from 'pdf-lib';
import type { ColourProfile } from '../../../book/profile.ts';
import { profileStream } from './profile-stream.ts';

/** States for which press the file is made (ISO 15930-7, 6.2.2), with the profile of that press. */
export function addOutputIntent(document: PDFDocument, profile: ColourProfile): void {
  const { context, catalog } = document;
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: PDFString.of(profile.identifier),
    OutputCondition: PDFHexString.fromText(profile.condition),
    RegistryName: PDFString.of('http://www.color.org'),
    Info: PDFHexString.fromText(profile.condition),
    DestOutputProfile: profileStream(context, profile.bytes, 4),
  });
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]));
}
