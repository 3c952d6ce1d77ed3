/**
 * The day messages: short messages that the parties of an accepted meeting send each other on the day. Coded instead of free text:
 * they are one tap, and each side reads them in its own language.
 */
export type DayMessage =
  | { readonly code: 'minutes-late'; readonly n: number }
  | { readonly code: 'at-the-table' }
  | { readonly code: 'on-my-way' }
  | { readonly code: 'cannot-find' }
  | { readonly code: 'help' };

/** The code of a day message. */
export type DayMessageCode = DayMessage['code'];

/** All codes, in the order in which a screen offers them. */
export const dayMessageCodes = [
  'on-my-way',
  'at-the-table',
  'minutes-late',
  'cannot-find',
  'help',
] as const satisfies readonly DayMessageCode[];

/** The delays that a screen offers, in minutes. */
export const latenessSteps = [5, 10, 15, 20] as const;

/** The longest delay that can be announced, in minutes; beyond it a meeting is better moved. */
export const latestMinutes = 60;

/** Whether a day message calls the help desk as well as the other party. */
export function callsHelpDesk(message: DayMessage): boolean {
  return message.code === 'help' || message.code === 'cannot-find';
}
