import { refusable } from '../../threads/refusable.ts';
import { drawDaySheet } from './draw-day-sheet.ts';

/** Draws a day sheet as a PDF. */
export const draw = refusable(drawDaySheet);
