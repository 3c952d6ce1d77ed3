import { Fields, refuse } from './fields.ts';
import type { PlanFirm, PlanTeam } from './instance.ts';
import { limits } from './limits.ts';
import { readNames, readSlots } from './read-hall.ts';

/** Reads a firm; without teams it has one, which is called as the firm is. */
export function readFirm(item: unknown, path: string, slots: number): PlanFirm {
  const fields = new Fields(item, path);
  const id = fields.id('id');
  const teams = fields.list('teams', (team, at) => readTeam(team, at, slots), limits.teams);
  const firm = {
    id,
    company: fields.idOrNull('company') ?? id,
    forbidden: readSlots(fields, 'forbidden', slots),
    floor: fields.whole('floor', [0, slots * limits.teams], 0),
    preferred: readSlots(fields, 'preferred', slots),
    teams: teams.length > 0 ? teams : [readTeam({ id }, path, slots)],
  };
  fields.end();
  const names = teams.map((team) => team.id);
  const twice = names.findIndex((name, n) => names.indexOf(name) !== n);
  if (twice >= 0) refuse(`${path}.teams[${twice}].id`, names[twice], 'name each team of a firm once');
  return firm;
}

function readTeam(item: unknown, path: string, slots: number): PlanTeam {
  const fields = new Fields(item, path);
  const team = {
    id: fields.id('id'),
    capabilities: readNames(fields, 'capabilities'),
    languages: readNames(fields, 'languages'),
    forbidden: readSlots(fields, 'forbidden', slots),
    mostInARow: fields.wholeOrNull('mostInARow', [1, slots]),
    rank: fields.wholeOrNull('rank', [1, 1000]),
    size: fields.wholeOrNull('size', [1, 1000]),
  };
  fields.end();
  return team;
}
