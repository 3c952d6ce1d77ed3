/** What happens to a published plan. */
export type RepairEvent =
  | { readonly type: 'firm-cancels'; readonly firm: string }
  | { readonly type: 'firm-closes-slots'; readonly firm: string; readonly slots: readonly number[] }
  | {
      readonly type: 'team-closes-slots';
      readonly firm: string;
      readonly team: string;
      readonly slots: readonly number[];
    }
  /** So many tables are left in these slots: of one group, or of the hall when `place` is null. */
  | {
      readonly type: 'tables-left';
      readonly place: string | null;
      readonly slots: readonly number[];
      readonly tables: number;
    }
  | { readonly type: 'meeting-cancelled'; readonly meeting: string }
  | { readonly type: 'meetings-added'; readonly meetings: readonly AddedMeeting[] };

/** A new wish that is to be met if it can. */
export interface AddedMeeting {
  readonly id: string;
  readonly firms: readonly [string, string];
  readonly priority: number;
  readonly optional: boolean;
}
