import { type ErrorCode } from './errors.ts';

/** What a problem document (RFC 9457) says about a code: the HTTP status and the title, the same for every occurrence. */
export interface Problem {
  readonly status: number;
  readonly title: string;
}

/**
 * The one table from code to HTTP status and title. 400: the request itself is wrong; 409: the request is fine but the
 * state of the forum forbids it now; 422: a single request is well formed but its content can never be accepted.
 */
export const problemOf: Record<ErrorCode, Problem> = {
  'request.invalid': { status: 400, title: 'The request is not valid' },
  'request.too_large': { status: 413, title: 'The request is too large' },
  'request.unsupported': { status: 415, title: 'This kind of content is not supported' },
  'request.key_reused': { status: 422, title: 'The idempotency key belongs to another request' },
  'request.under_way': { status: 409, title: 'The same request is still being done' },
  'request.answer_lost': { status: 409, title: 'The same request was done, and its answer is lost' },
  'auth.required': { status: 401, title: 'Sign in first' },
  'auth.code_invalid': { status: 400, title: 'The sign-in code is not right' },
  'auth.code_expired': { status: 400, title: 'The sign-in code has expired' },
  'auth.too_many_codes': { status: 429, title: 'Too many sign-in codes were asked for' },
  'auth.origin': { status: 403, title: 'The request comes from another site' },
  'access.denied': { status: 403, title: 'Your role does not allow this' },
  not_found: { status: 404, title: 'There is no such thing here' },
  'version.stale': { status: 409, title: 'Somebody else has changed this meanwhile' },
  'phase.forbids': { status: 409, title: 'The edition is not in a phase that allows this' },
  'edition.dates_cut': { status: 409, title: 'Something of the edition lies outside these dates' },
  'capital.in_use': { status: 409, title: 'Something depends on this capital' },
  'role.last_organiser': { status: 409, title: 'Nobody would be left to organise the edition' },
  'delegation.full': { status: 409, title: 'The delegation has no such place left' },
  'delegate.transition': { status: 409, title: 'The accreditation does not allow this step' },
  'delegate.incomplete': { status: 422, title: 'The registration is not complete' },
  'delegate.not_eligible': { status: 422, title: 'The edition does not admit this delegate' },
  'meeting.transition': { status: 409, title: 'The meeting does not allow this step' },
  'meeting.slot_taken': { status: 409, title: 'The time is taken' },
  'meeting.closed_time': { status: 409, title: 'The hall is closed at this time' },
  'meeting.too_many_open': { status: 409, title: 'Too many requests are waiting for an answer' },
  'meeting.no_table': { status: 409, title: 'No table is free at this time' },
  'meeting.own_firm': { status: 422, title: 'A party cannot meet itself' },
  'interpreter.hindered': { status: 409, title: 'The interpreter cannot come to this meeting' },
  'interpreter.booked': { status: 409, title: 'Meetings to come need this interpreter' },
  'hall.has_meetings': { status: 409, title: 'Meetings were agreed or planned in this hall' },
  'attachment.kind': { status: 422, title: 'This kind of file cannot be attached' },
  'attachment.too_large': { status: 413, title: 'The file is too large to be attached' },
  'attachment.too_many': { status: 409, title: 'No more files can be attached' },
  'programme.removals_held': {
    status: 409,
    title: 'The import removes many sessions and waits for confirmation',
  },
  'programme.wall_time': { status: 422, title: 'This local time does not exist or exists twice' },
  'firms.removals_held': { status: 409, title: 'The import removes many firms and waits for confirmation' },
  'time.zone_unknown': { status: 422, title: 'There is no such time zone' },
  'import.unreadable': { status: 422, title: 'The file cannot be read' },
  'session.clash': { status: 409, title: 'The session clashes with another' },
  'session.transition': { status: 409, title: 'The session does not allow this step' },
  'rotation.twice_running': { status: 409, title: 'No capital hosts twice running' },
  'taxonomy.unsound': { status: 422, title: 'The list of capabilities contradicts itself' },
  'profile.too_many': { status: 422, title: 'The profile lists too much' },
  'profile.unknown_capability': { status: 422, title: 'The edition has no such capability' },
  'profile.twice': { status: 422, title: 'The profile says the same thing twice' },
  'matching.settings': { status: 422, title: 'The settings of the matching are not possible' },
  'wish.self': { status: 422, title: 'A party cannot wish to meet itself' },
  'wish.closed': { status: 409, title: 'Wishes are closed' },
  'wish.too_many_musts': { status: 409, title: 'Every must is used up' },
  'worksheet.amount': { status: 422, title: 'This is not an amount of money' },
  'export.not_entitled': { status: 403, title: 'Only an entitled officer of the side may release' },
  'export.not_released': { status: 409, title: 'The topic waits for release under export control' },
  'outcome.too_early': { status: 409, title: 'The meeting has not begun' },
  'outcome.transition': { status: 409, title: 'The outcome does not allow this step' },
  'outcome.own_confirmation': { status: 409, title: 'The other side has to confirm' },
  'plan.running': { status: 409, title: 'A plan is being made already' },
  'plan.nothing': { status: 409, title: 'There is nothing to plan' },
  'plan.not_ready': { status: 409, title: 'This plan cannot be published' },
  'plan.overtaken': { status: 409, title: 'Another plan has been published since' },
  'rate.limited': { status: 429, title: 'Too many requests' },
  'temporarily.unavailable': { status: 503, title: 'The forum is not available for a moment' },
};
