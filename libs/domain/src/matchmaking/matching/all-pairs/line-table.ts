import { cooperationModes, modeFit } from '../../cooperation.ts';
import { capacities } from '../../profile.ts';
import { capacityFit, maturityFit, share } from '../line-points.ts';
import type { MatchSettings } from '../settings.ts';
import type { FlatLines } from './flat-lines.ts';

/** The points of a line by table: 0 where a line does not help. Codes of modes, maturities, capacities are of `flat-lines.ts`. */
export function lineTable({ weights }: MatchSettings) {
  const modes = cooperationModes.length;
  const byMode = Int32Array.from({ length: modes * modes }, (_, at) => {
    const fit = modeFit(
      cooperationModes[Math.floor(at / modes)] ?? 'supply',
      cooperationModes[at % modes] ?? 'supply',
    );
    return fit === 0 ? -1 : share(weights.mode, fit);
  });
  const known = (code: number) => (code === 0 ? null : code);
  const byMaturity = Int32Array.from({ length: 100 }, (_, at) =>
    share(weights.maturity, maturityFit(known(Math.floor(at / 10)), known(at % 10))),
  );
  const size = capacities.length + 1;
  const byCapacity = Int32Array.from({ length: size * size }, (_, at) =>
    share(
      weights.capacity,
      capacityFit(capacities[Math.floor(at / size) - 1] ?? null, capacities[(at % size) - 1] ?? null),
    ),
  );
  const inTime = [share(weights.leadTime, 50), weights.leadTime] as const;
  const byCloseness = Int32Array.from({ length: 101 }, (_, percent) => share(weights.capability, percent));
  return (needs: FlatLines, need: number, offers: FlatLines, offer: number, percent: number): number => {
    const mode = byMode[needs.mode(need) * modes + offers.mode(offer)] ?? -1;
    if (mode < 0) return 0;
    const wanted = needs.weeks(need);
    const weeks = offers.weeks(offer);
    const late = wanted < 0 || weeks < 0 || weeks > 2 * wanted;
    return (
      mode +
      (byCloseness[percent] ?? 0) +
      (byMaturity[needs.maturity(need) * 10 + offers.maturity(offer)] ?? 0) +
      (byCapacity[needs.capacity(need) * size + offers.capacity(offer)] ?? 0) +
      (late ? 0 : inTime[weeks <= wanted ? 1 : 0])
    );
  };
}
