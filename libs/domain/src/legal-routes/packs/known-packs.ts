import type { RulePack } from '../rule-pack.ts';
import { edfPack } from './edf.ts';
import { edipPack } from './edip.ts';
import { horizonPack } from './horizon-europe.ts';
import { dianaPack, innovationFundPack } from './nato.ts';
import { offsetPack } from './offset.ts';
import { safePack } from './safe.ts';

/** The rule packs known when this was written. A change of the law is a new pack with a later day, never an edit. */
export const knownPacks: readonly RulePack[] = [
  edfPack,
  edipPack,
  safePack,
  horizonPack,
  dianaPack,
  innovationFundPack,
  offsetPack,
];
