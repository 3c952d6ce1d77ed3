/**
 * Every way in which the forum can refuse, one code each. A code is a promise to clients: it is never renamed, and
 * screens translate it. Status and title of each stand in `errors-status.ts`.
 */
export const errorCodes = [
  'request.invalid',
  'request.too_large',
  'request.unsupported',
  'request.method',
  'request.headers_too_large',
  'request.timeout',
  'request.key_reused',
  'request.under_way',
  'request.answer_lost',
  'auth.required',
  'auth.code_invalid',
  'auth.code_expired',
  'auth.too_many_codes',
  'auth.work_needed',
  'auth.origin',
  'auth.factor_required',
  'auth.factor_invalid',
  'auth.enrolment_required',
  'auth.too_many_tries',
  'access.denied',
  'not_found',
  'version.stale',
  'phase.forbids',
  'edition.dates_cut',
  'capital.in_use',
  'role.last_organiser',
  'factor.enrolled',
  'factor.last',
  'factor.none',
  'aide.of_host',
  'aide.not_registered',
  'aide.not_accredited',
  'aide.own_confirmation',
  'aide.vetted_field',
  'aide.too_many',
  'delegation.full',
  'delegate.transition',
  'delegate.incomplete',
  'delegate.not_eligible',
  'meeting.transition',
  'meeting.slot_taken',
  'meeting.closed_time',
  'meeting.too_many_open',
  'meeting.no_table',
  'meeting.own_firm',
  'meeting.help_taken',
  'interpreter.hindered',
  'interpreter.booked',
  'hall.has_meetings',
  'attachment.kind',
  'attachment.too_large',
  'attachment.too_many',
  'programme.removals_held',
  'programme.speakers_unsure',
  'programme.wall_time',
  'firms.removals_held',
  'representation.transition',
  'representation.firm_decides',
  'representation.last',
  'representation.not_hinted',
  'thing.in_use',
  'time.zone_unknown',
  'import.unreadable',
  'session.audience_unconfirmed',
  'import.other_days',
  'session.clash',
  'session.transition',
  'rotation.twice_running',
  'rotation.chosen_otherwise',
  'taxonomy.unsound',
  'profile.too_many',
  'profile.unknown_capability',
  'profile.twice',
  'matching.settings',
  'wish.self',
  'wish.closed',
  'wish.too_many_musts',
  'worksheet.amount',
  'export.not_entitled',
  'export.not_released',
  'outcome.too_early',
  'outcome.transition',
  'outcome.own_confirmation',
  'plan.running',
  'plan.nothing',
  'plan.not_ready',
  'plan.overtaken',
  'rate.limited',
  'temporarily.unavailable',
] as const;

/** The code of a refusal. */
export type ErrorCode = (typeof errorCodes)[number];

/**
 * A refusal by a rule of the forum. The message says what was wrong, with the value, and the remedy; `details` carry
 * the same as data (field, value, current version, free slots …), so that a screen can say it in its own language.
 */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, details: Record<string, unknown>, message: string) {
    super(message);
    this.name = 'DomainError';
    this.code = code;
    this.details = details;
  }
}
