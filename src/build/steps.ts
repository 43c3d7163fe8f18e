/** The steps of a build, in order: all that it has to load before it can read. */
export { readSource } from './read-source.ts';
export { wantsPages } from './printed-pages.ts';
export { compose } from './compose.ts';
export { make } from './make.ts';
export { reportRefusedFonts } from './report-refused-fonts.ts';
export { reportCostlyDrawing } from './costly-drawing/report-costly-drawing.ts';
export { watchDrawings } from './costly-drawing/watch-drawings.ts';
export { reportCostlyStyle } from './costly-style/report-costly-style.ts';
export { prove } from './prove.ts';
export { assemble } from './assemble.ts';
export { judgeDate } from './judge-date.ts';
