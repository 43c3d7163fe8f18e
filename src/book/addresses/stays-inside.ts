/**
 * Whether a path names something below its folder by its spelling alone.
 *
 * @param path relative, with forward slashes, percent-decoded
 */
export function staysInside(path: string): boolean {
  if (path === '' || path.startsWith('/') || /^[a-z][a-z\d+.-]*:/i.test(path)) return false;
  if (/[\\\0]/.test(path)) return false;
  // Names may have percent signs in them, but lead outside for none who decodes them once more.
  return descends(path) && descends(path.replaceAll(/%2e/gi, '.').replaceAll(/%(?:2f|5c)/gi, '/'));
}

/** Whether none of its steps leads out of the folder where it begins, and it ends below that. */
function descends(path: string): boolean {
  let depth = 0;
  for (const step of path.split('/')) {
    if (step === '..') depth -= 1;
    else if (step !== '.' && step !== '') depth += 1;
    if (depth < 0) return false;
  }
  return depth > 0;
}
