import { isDeepStrictEqual } from 'node:util';
import type { SettingsOfEdition } from '@forum/contract/matchmaking/settings';
import type { Taxonomy } from '@forum/domain/matchmaking/taxonomy/taxonomy';
import { isBefore } from '@forum/domain/time/instant';
import type { RefusedField } from '../../http/refuse-field.ts';

/** What the settings of an edition may name. */
export interface Nameable {
  firms: ReadonlySet<string>;
  taxonomy: Pick<Taxonomy, 'byCode'>;
  /** The instant at which the edition ends. */
  endsAt: string;
}

/**
 * What of new settings could never bite. What stood there before is not refused again: a firm may have left since, and
 * whoever changes a weight is not to be kept from it.
 */
export const unsoundSettings = (
  before: SettingsOfEdition,
  after: SettingsOfEdition,
  known: Nameable,
): RefusedField[] => [
  ...unsoundGoals(before.settings.goals, after.settings.goals, known),
  ...unsoundRules(before.rules, after.rules, known),
  ...unsoundTerms(before.terms, after.terms, known),
];

/** Capabilities that goals name and the edition does not have. */
export function unsoundGoals(
  before: readonly unknown[],
  after: SettingsOfEdition['settings']['goals'],
  { taxonomy }: Pick<Nameable, 'taxonomy'>,
): RefusedField[] {
  return [
    ...twice(after, 'body.settings.goals', 'is the name of an earlier goal already; choose another'),
    ...added(before, after).flatMap(({ one, at }) =>
      (one.capabilities ?? []).flatMap((code, place) =>
        taxonomy.byCode.has(code)
          ? []
          : {
              path: `body.settings.goals.${at}.capabilities.${place}`,
              value: code,
              remedy: 'is no capability of this edition; choose one of its list',
            },
      ),
    ),
  ];
}

function unsoundRules(
  before: SettingsOfEdition['rules'],
  after: SettingsOfEdition['rules'],
  { firms }: Nameable,
): RefusedField[] {
  return [
    ...twice(after, 'body.rules', 'is the id of an earlier rule already; give each its own'),
    ...added(before, after).flatMap(({ one, at }) =>
      one.between.flatMap((side, which) =>
        (side.firms ?? []).flatMap((firmId, place) =>
          firms.has(firmId)
            ? []
            : {
                path: `body.rules.${at}.between.${which}.firms.${place}`,
                value: firmId,
                remedy: 'is no firm of this edition; choose one of its directory',
              },
        ),
      ),
    ),
  ];
}

function unsoundTerms(
  before: SettingsOfEdition['terms'],
  after: SettingsOfEdition['terms'],
  { endsAt }: Nameable,
): RefusedField[] {
  const { deadline, musts, asked } = after;
  const isLate = deadline !== null && deadline !== before.deadline && isBefore(endsAt, deadline);
  const isNew = musts !== before.musts || asked !== before.asked;
  return [
    ...(isLate
      ? [
          {
            path: 'body.terms.deadline',
            value: deadline,
            remedy: `is after the edition, which ends at ${endsAt}; choose an earlier time, or none`,
          },
        ]
      : []),
    ...(isNew && musts > asked
      ? [
          {
            path: 'body.terms.musts',
            value: musts,
            remedy: `is more than the ${asked} wishes that are asked for; allow fewer musts or ask for more wishes`,
          },
        ]
      : []),
  ];
}

/** What was not there before, with its place. */
const added = <One>(before: readonly unknown[], after: readonly One[]): { one: One; at: number }[] =>
  after.flatMap((one, at) => (before.some((known) => isDeepStrictEqual(known, one)) ? [] : { one, at }));

const twice = (all: readonly { id: string }[], path: string, remedy: string): RefusedField[] =>
  all.flatMap(({ id }, at) =>
    all.findIndex((other) => other.id === id) < at ? { path: `${path}.${at}.id`, value: id, remedy } : [],
  );
