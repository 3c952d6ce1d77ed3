import { Fields, identifier, refuse, wholeNumber } from './fields.ts';
import type { Interpreter, TableGroup, Walk } from './instance.ts';
import { limits } from './limits.ts';

/** A list of slots. */
export const readSlots = (fields: Fields, name: string, slots: number): number[] =>
  fields.list(name, (slot, at) => wholeNumber(slot, at, [0, slots - 1]), slots);

/** A list of names. */
export const readNames = (fields: Fields, name: string): string[] => fields.list(name, identifier, 1000);

/** Reads how far two zones lie apart. */
export function readWalk(item: unknown, path: string, slots: number): Walk {
  const fields = new Fields(item, path);
  const walk = { from: fields.id('from'), to: fields.id('to'), slots: fields.whole('slots', [0, slots]) };
  fields.end();
  if (walk.from === walk.to) refuse(`${path}.to`, walk.to, 'name another zone than from');
  return walk;
}

/** Reads a group of tables; its count is one number, or one a slot. */
export function readTableGroup(item: unknown, path: string, slots: number): TableGroup {
  const fields = new Fields(item, path);
  const count = fields.raw('count') ?? 1;
  const list = Array.isArray(count) ? count : Array<unknown>(slots).fill(count);
  if (list.length !== slots)
    refuse(`${path}.count.length`, list.length, `write one number for each of ${slots} slots`);
  const group = {
    id: fields.id('id'),
    zone: fields.idOrNull('zone') ?? 'hall',
    count: list.map((one, slot) => wholeNumber(one, `${path}.count[${slot}]`, [0, limits.tables])),
    host: fields.idOrNull('host'),
  };
  fields.end();
  return group;
}

/** Reads an interpreter, who knows at least two languages. */
export function readInterpreter(item: unknown, path: string, slots: number): Interpreter {
  const fields = new Fields(item, path);
  const interpreter = {
    id: fields.id('id'),
    languages: readNames(fields, 'languages'),
    forbidden: readSlots(fields, 'forbidden', slots),
    mostInARow: fields.wholeOrNull('mostInARow', [1, slots]),
  };
  fields.end();
  if (interpreter.languages.length < 2) {
    refuse(`${path}.languages`, interpreter.languages, 'name at least two languages');
  }
  return interpreter;
}
