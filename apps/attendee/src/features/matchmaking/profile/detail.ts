import { profileLevels, type ProfileLevel } from '@forum/domain/matchmaking/profile-progress';

/** How much the form asks for at a time: as much as a level needs. */
export type Detail = ProfileLevel;

/** Whether fields of a level are shown. */
export const shows = (detail: Detail, level: ProfileLevel): boolean =>
  profileLevels.indexOf(level) <= profileLevels.indexOf(detail);
