import { addAttachment } from '@forum/contract/meetings/attachments';
import { daySheet } from '@forum/contract/delegations/day-sheet';
import { proposeFirmImport } from '@forum/contract/firms/imports';
import { startPlanRun } from '@forum/contract/matchmaking/planning/plan-runs';
import { proposeImport } from '@forum/contract/programme/imports';
import type { Route } from '@forum/contract/route';

/**
 * Points that a session may spend in a minute: ten times the apps' worst minute, measured on 2026-11-30 in Chromium by
 * requests to the API. A cold start and 60 screens of the desk opened one after the other are 115 (8 and 107), those of
 * a firm's representative 42, of a delegate 28; six seconds without network, and the return of it, added none.
 */
export const sessionPoints = 1_200;

/** What costs more than an ordinary read or write, which is one point. A day sheet is half a second of a processor. */
const costly: readonly (readonly [Route, number])[] = [
  [daySheet, 50],
  [proposeImport, 50],
  [proposeFirmImport, 50],
  [startPlanRun, 50],
  [addAttachment, 10],
];

const costs = new Map(costly.map(([{ method, path }, points]) => [`${method} /api${path}`, points]));

/** The points of a request, by its method and the pattern of its address. */
export const costOf = (method: string, pattern: string): number => costs.get(`${method} ${pattern}`) ?? 1;
