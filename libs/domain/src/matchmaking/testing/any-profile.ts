import fc from 'fast-check';
import { cooperationModes } from '../cooperation.ts';
import { capacities, sizeClasses, type FirmProfile, type ProfileLine } from '../profile.ts';

/** A few capabilities that are near each other and a few that are not, so that chance makes firms match. */
const someCapabilities = [
  'munitions',
  'munitions.fuzes',
  'ML3',
  'sensors.radar',
  'sensors',
  'ai',
  'EDT1',
  'cyber',
];

const anyLine: fc.Arbitrary<ProfileLine> = fc.record({
  capability: fc.constantFrom(...someCapabilities),
  mode: fc.constantFrom(...cooperationModes),
  maturity: fc.option(fc.integer({ min: 1, max: 9 })),
  capacity: fc.option(fc.constantFrom(...capacities)),
  leadTimeWeeks: fc.option(fc.nat(100)),
  note: fc.option(fc.string({ maxLength: 20 })),
});
const anyLines = fc.uniqueArray(anyLine, {
  maxLength: 6,
  selector: ({ capability, mode }) => `${capability} ${mode}`,
});
const anyCountries = fc.option(
  fc.uniqueArray(fc.constantFrom('KR', 'BE', 'JP', 'AU', 'IN'), { maxLength: 3 }),
);

/** Any sound profile of a firm, for properties. */
export function anyProfile(firmId: string): fc.Arbitrary<FirmProfile> {
  return fc.record({
    firmId: fc.constant(firmId),
    size: fc.option(fc.constantFrom(...sizeClasses)),
    establishedIn: anyCountries,
    controlledFrom: anyCountries,
    interests: anyCountries,
    offers: anyLines,
    needs: anyLines,
  });
}

/** Any market of some firms. */
export const anyMarket: fc.Arbitrary<FirmProfile[]> = fc
  .integer({ min: 0, max: 9 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => anyProfile(`firm-${index}`))));
