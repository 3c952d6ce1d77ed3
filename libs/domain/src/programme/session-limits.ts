/** The most characters that a title or subtitle of a session has. */
export const longestTitle = 300;

/** The most characters that the summary of a session has. */
export const longestAbstract = 20_000;

/** The most characters that the name of a room or track has. */
export const longestPlace = 120;

/** The most characters that the name or organisation of a speaker has. */
export const longestSpeaker = 200;

/** The shortest and the longest session, in minutes. */
export const shortestSession = 1;
export const longestSession = 7 * 1440;

/** A language as a session names it: one tag of BCP 47, such as `ko` or `en-GB`. */
export const languageTagPattern = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
