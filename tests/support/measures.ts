import { writeFileSync } from 'node:fs';

/** One figure of a benchmark; `ratio` is oriented so that more is better, `bare` null when there is nothing to compare. */
export interface Measure {
  name: string;
  ours: number;
  bare: number | null;
  ratio: number | null;
  unit: string;
  goal: number;
  met: boolean;
}

/** A measure against a bare reference of the same run: met when the ratio reaches the goal. */
export function against(name: string, ours: number, bare: number, unit: string, goal: number): Measure {
  const ratio = ours / bare;
  return { name, ours, bare, ratio, unit, goal, met: ratio >= goal };
}

/** An absolute measure: met when it stays at or below the goal. */
export function atMost(name: string, ours: number, unit: string, goal: number): Measure {
  return { name, ours, bare: null, ratio: null, unit, goal, met: ours <= goal };
}

/** Prints the measures as a table and, with `--json FILE`, writes them. */
export function report(bench: string, measures: readonly Measure[], args: readonly string[]): void {
  const rounded = (value: number | null) => (value === null ? '–' : Number(value.toPrecision(4)));
  console.table(
    measures.map((one) => ({
      measure: one.name,
      ours: rounded(one.ours),
      bare: rounded(one.bare),
      unit: one.unit,
      ratio: rounded(one.ratio),
      goal: one.goal,
      met: one.met,
    })),
  );
  const at = args.indexOf('--json');
  const file = at >= 0 ? args[at + 1] : undefined;
  if (file) writeFileSync(file, `${JSON.stringify({ bench, measures }, null, 2)}\n`);
}
