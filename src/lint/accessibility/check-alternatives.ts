import type { AssetReference } from '../../book/book.ts';
import { assetName } from '../../book/asset-name.ts';
import { report } from '../../book/messages/messages.ts';
import { namesFile } from '../../book/text-alternative.ts';

/** What is read aloud in one breath: longer ones cannot be paused or gone back in. */
const longest = 250;

/**
 * Reports text alternatives that do not serve: names of files, those that are too long, and one that different
 * pictures share.
 *
 * @param images every place that asks for an image
 */
export function checkAlternatives(images: ReadonlyArray<AssetReference>): void {
  const described = new Map<string, AssetReference>();
  const shared = new Set<string>();
  for (const image of images) {
    const { alt, path, file, position } = image;
    if (alt === undefined) continue;
    const say = (reason: string, hint: string): void =>
      report(file, 'image-alt', `${assetName(image)} ${reason}`, position, { hint });
    const { length } = alt;
    if (namesFile(alt, path)) {
      say('is described by the name of a file', 'Say what it shows: ![A harbour at dawn](harbour.jpg).');
      continue;
    }
    if (length > longest) {
      const hint =
        'Say in a sentence what matters. The rest may stand in the text: {details=#id} behind the image leads there.';
      say(`has a description of ${length} characters, which is read aloud in one breath`, hint);
    }
    const words = alt
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim();
    const other = described.get(words);
    if (other === undefined) described.set(words, image);
    else if (other.path !== path && !shared.has(words)) {
      shared.add(words);
      const named = other.drawing === undefined ? `"${other.path}"` : 'another drawing';
      say(`has the description of ${named}`, 'Say of each what sets it apart from the other.');
    }
  }
}
