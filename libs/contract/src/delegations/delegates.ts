import { representationStates } from '@forum/domain/firms/representation';
import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { route } from '../route.ts';
import { countryCode, flag, id, instant, line, paging, version } from '../scalars.ts';
import { category, state } from './delegate-state.ts';

/** A delegate as the host's officers and a delegation's head see them. */
export const delegateRow = z.strictObject({
  id,
  version,
  name: z.string(),
  nativeName: z.string().nullable(),
  sortKey: z.string(),
  mail: z.string(),
  category,
  office: z.string(),
  organisation: z.string(),
  country: z.string(),
  delegation: z.strictObject({ id, name: z.string() }).nullable(),
  firm: z.strictObject({ id, name: z.string() }).nullable(),
  state,
  /** Only for those who may decide. */
  reason: z.string().nullable(),
  /** Vetted fields that changed after the last decision. */
  changedFields: z.array(z.string()),
  waitingPosition: z.int().nullable(),
  submittedAt: instant.nullable(),
  decidedAt: instant.nullable(),
  /** How they stand with the firm that they name; null when they name none. */
  representation: z
    .strictObject({
      state: z.enum(representationStates),
      /** Whether the firm has other representatives, who decide first. */
      hasOthers: z.boolean(),
      /** From when the host may confirm them; null for at once. */
      hostMayFrom: instant.nullable(),
      /** What speaks for it: the mail is of the web site in the exhibitor list, or they represented it last year. */
      hints: z.array(z.enum(['mail-of-site', 'last-edition'])),
    })
    .nullable(),
});
export type DelegateRow = z.infer<typeof delegateRow>;

export const listDelegates = route({
  method: 'GET',
  path: '/editions/:edition/delegates',
  action: 'accreditation.read',
  summary: 'Delegates for accreditation: filtered, sorted, counted by state',
  params: inEdition,
  query: z.strictObject({
    ...paging,
    search: line(100).optional(),
    state: state.optional(),
    category: category.optional(),
    country: countryCode.optional(),
    delegation: id.optional(),
    /** Those who are accredited and not confirmed for the firm that they name; of these, whom the host may confirm. */
    firms: z.enum(['any', 'waiting', 'waiting-for-host']).default('any'),
    order: z.enum(['name', 'submitted', 'country', 'organisation', 'state']).default('submitted'),
    descending: flag.default(false),
  }),
  response: z.strictObject({
    total: z.int(),
    counts: z.record(z.string(), z.int()),
    /** In the whole edition. */
    unconfirmed: z.strictObject({ waiting: z.int(), forHost: z.int() }),
    rows: z.array(delegateRow),
  }),
});

export const readDelegate = route({
  method: 'GET',
  path: '/editions/:edition/delegates/:delegate',
  action: 'accreditation.read',
  summary: 'One delegate as the list shows them, wherever in it they stand',
  params: inEdition.extend({ delegate: id }),
  response: delegateRow,
});
