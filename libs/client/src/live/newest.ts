/** Anything that a write raises the version of. */
export interface Versioned {
  readonly id: string;
  readonly version: number;
}

/**
 * The newest that answers to writes told of entities of one kind. Laid over what a read brings, it keeps a read that
 * was under way before the write from moving a screen back.
 */
export class Newest<T extends Versioned> {
  readonly #entities = new Map<string, T>();
  readonly #isSameView: (a: T, b: T) => boolean;

  /** `isSameView` tells apart views of one entity that may not stand for each other; by default all may. */
  constructor(isSameView: (a: T, b: T) => boolean = () => true) {
    this.#isSameView = isSameView;
  }

  learn(entity: T): void {
    const known = this.#entities.get(entity.id);
    if (!known || known.version < entity.version) this.#entities.set(entity.id, entity);
  }

  /** The entity, or what we know that is newer. */
  over(entity: T): T {
    const known = this.#entities.get(entity.id);
    return known && known.version > entity.version && this.#isSameView(known, entity) ? known : entity;
  }

  /** The list with what is newer in its place; the same list when nothing is. Adds and removes nothing. */
  overAll(list: T[]): T[] {
    const over = list.map((entity) => this.over(entity));
    return over.some((entity, at) => entity !== list[at]) ? over : list;
  }

  clear(): void {
    this.#entities.clear();
  }
}
