/** A question that must never find anything: what still rests on something that is gone. */
export interface OrphanQuery {
  /** As it stands in metrics and in what the command prints. */
  name: string;
  /** What each row that it finds is. */
  means: string;
  /** Selects `id` and `edition`, the slug; without parameters. */
  sql: string;
}
