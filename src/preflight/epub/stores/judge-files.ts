import { grouped, isTaken, outside, size, type Breach, type Judges } from './breach.ts';

type FileDemand =
  | 'imagePixels'
  | 'imageSide'
  | 'imageBytes'
  | 'imageTypes'
  | 'fontTypes'
  | 'media'
  | 'epubBytes'
  | 'textBytes'
  | 'fileNames'
  | 'encryption'
  | 'obfuscation';

/** The files in the container: pictures, fonts, what plays, their sizes and names, and whether they can be read. */
export const fileJudges: Judges<FileDemand> = {
  imagePixels: ({ pictures }, demand, { title }) =>
    pictures.flatMap(({ item, width = 0, height = 0 }) => {
      if (item.mediaType === 'image/svg+xml') return [];
      const wanted = outside(width * height, demand);
      const has = `An image has ${grouped(width * height)} pixels (${width} × ${height})`;
      return wanted === undefined ? [] : [{ reason: `${has}; ${title} takes ${wanted}`, path: item.path }];
    }),
  imageSide: ({ pictures, package: { cover } }, demand, { title }) =>
    pictures.flatMap(({ item, width = 0, height = 0 }) => {
      const wanted = item === cover ? undefined : outside(Math.max(width, height), demand);
      const has = `An image has ${width} × ${height} pixels`;
      if (wanted === undefined) return [];
      return [{ reason: `${has}; ${title} takes ${wanted} on each side`, path: item.path }];
    }),
  imageBytes: ({ pictures }, demand, { title }) =>
    pictures.flatMap(({ item: { path }, bytes }) => {
      const wanted = outside(bytes, demand, size);
      if (wanted === undefined) return [];
      return [{ reason: `An image has ${size(bytes)}; ${title} takes ${wanted}`, path }];
    }),
  imageTypes: (facts, demand, { title }) =>
    facts.package.items.flatMap(({ mediaType, path, isRemote }) => {
      if (isRemote || !mediaType.startsWith('image/') || isTaken(mediaType, demand)) return [];
      return [{ reason: `An image is ${mediaType}, which ${title} does not show`, path }];
    }),
  fontTypes: ({ package: { items } }, demand, { title }) =>
    items.flatMap(({ mediaType, path, isRemote }) => {
      const isFont = /^font\/|^application\/(?:x-)?font-|^application\/vnd\.ms-opentype$/.test(mediaType);
      if (isRemote || !isFont || isTaken(mediaType, demand)) return [];
      return [{ reason: `A font is ${mediaType}, which ${title} does not use`, path }];
    }),
  media: ({ package: { items } }, _demand, { title }) =>
    items.flatMap(({ mediaType, path }) => {
      const kind = /^(audio|video)\//.exec(mediaType)?.[1];
      return kind === undefined
        ? []
        : [{ reason: `The book plays ${kind}, which ${title} does not do on all devices`, path }];
    }),
  epubBytes: ({ bytes }, demand, { title }) => {
    const wanted = outside(bytes, demand, size);
    return wanted === undefined ? [] : [{ reason: `The EPUB has ${size(bytes)}; ${title} takes ${wanted}` }];
  },
  textBytes: ({ texts }, demand, { title }) =>
    texts.flatMap(({ path, bytes }) => {
      const wanted = outside(bytes, demand, size);
      const reason = `A content document has ${size(bytes)}; for ${title} it should have ${wanted}`;
      return wanted === undefined ? [] : [{ reason, path }];
    }),
  fileNames: ({ paths }, _demand, { title }) =>
    paths.flatMap((path) => {
      if (/^[\w./+-]+$/.test(path)) return [];
      const odd = [...new Set(path.match(/[^\w./+-]/gu))].join('');
      const has = /^\s+$/.test(odd) ? 'a blank' : `"${odd}"`;
      return [{ reason: `The name of a file has ${has} in it, with which ${title} has trouble`, path }];
    }),
  encryption: ({ locked }, _demand, { title }) =>
    lockedBreaches(locked, false, `A file is encrypted; ${title} cannot read it`),
  obfuscation: ({ locked }, _demand, { title }) =>
    lockedBreaches(locked, true, `A font is obfuscated; ${title} may not use it`),
};

function lockedBreaches(
  locked: ReadonlyArray<{ readonly path: string; readonly isObfuscated: boolean }>,
  isObfuscated: boolean,
  reason: string,
): Breach[] {
  return locked.filter((file) => file.isObfuscated === isObfuscated).map(({ path }) => ({ reason, path }));
}
