const picture = /\.(?:avif|bmp|gif|heic|jpe?g|png|svg|tiff?|webp)$/i;

/** What cameras and programs call pictures: `IMG_2041`, `Screenshot 2024-05-01`. */
const numbered = /^(?:dsc[fn]?|img|image|mvi|p|photo|picture|pxl|scan|screenshot)[-_ ]?\d[-_.:\d ]*$/i;

/**
 * Whether the text alternative of a picture is only the name of its file, which tells nobody what it shows.
 *
 * @param alt the text alternative
 * @param path of the picture
 */
export function namesFile(alt: string, path: string): boolean {
  const said = alt.trim();
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(picture, '');
  return picture.test(said) || numbered.test(said) || (said === stem && /[\d_]/.test(said));
}
