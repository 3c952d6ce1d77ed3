import { DomainError } from '../../errors.ts';
import type { Capability } from './capability.ts';
import { dualUse, militaryList } from './control-lists.ts';
import { forumCapabilities } from './forum-capabilities.ts';
import { dianaAreas, edfCategories, natoTechnologies } from './innovation-areas.ts';

/** The capabilities of an edition, indexed. An edition owns its version; the secretariat may edit it. */
export interface Taxonomy {
  /** In the order in which screens list them. */
  readonly capabilities: readonly Capability[];
  readonly byCode: ReadonlyMap<string, Capability>;
}

/** The capabilities that an edition begins with, the forum's own tree first. */
export const usualCapabilities: readonly Capability[] = [
  ...forumCapabilities,
  ...militaryList,
  ...dualUse,
  ...edfCategories,
  ...dianaAreas,
  ...natoTechnologies,
];

/**
 * The taxonomy of a list of capabilities, such as an edition's edited one.
 *
 * @throws DomainError `taxonomy.unsound` when a code stands twice, a parent or a related code is missing, or a
 *   capability is a part of itself
 */
export function taxonomyOf(capabilities: readonly Capability[]): Taxonomy {
  const byCode = new Map(capabilities.map((capability) => [capability.code, capability]));
  if (byCode.size < capabilities.length) {
    const twice = capabilities.find((capability) => byCode.get(capability.code) !== capability)?.code ?? '';
    throw unsound(twice, `The code ${twice} stands twice; give each capability a code of its own.`);
  }
  for (const { code, parent, related } of capabilities) {
    const missing = [...(parent === null ? [] : [parent]), ...related].find((other) => !byCode.has(other));
    if (missing === undefined) continue;
    throw unsound(
      code,
      `${code} refers to ${missing}, which is not in the list; add it or drop the reference.`,
    );
  }
  for (const { code } of capabilities) refuseCircle(byCode, code);
  return { capabilities, byCode };
}

/** A capability and everything it is a part of, the nearest first. */
export function lineOf(taxonomy: Pick<Taxonomy, 'byCode'>, code: string): string[] {
  const line: string[] = [];
  for (let at: string | null = code; at !== null; at = taxonomy.byCode.get(at)?.parent ?? null) line.push(at);
  return line;
}

function refuseCircle(byCode: Taxonomy['byCode'], code: string): void {
  let at = byCode.get(code)?.parent ?? null;
  for (let steps = 0; at !== null; steps += 1) {
    if (at === code || steps > byCode.size) {
      throw unsound(code, `${code} is a part of itself; choose another parent.`);
    }
    at = byCode.get(at)?.parent ?? null;
  }
}

const unsound = (code: string, message: string) => new DomainError('taxonomy.unsound', { code }, message);
