/**
 * What is known of a firm and of what it would make, as far as rules of access look at it. Everything may be missing; a
 * missing fact is null or left out, and is never taken for a yes. Countries are ISO 3166-1 alpha-2.
 */
export interface RouteFacts {
  /** Where the legal entity is established; no country counts as not known. */
  readonly establishedIn?: readonly string[] | null;
  /** Where its executive management sits. */
  readonly managedFrom?: readonly string[] | null;
  /** Where those who control it are, itself included when nobody else does. */
  readonly controlledFrom?: readonly string[] | null;
  readonly headquarteredIn?: readonly string[] | null;
  /** Where the facilities lie that the work would use. */
  readonly facilitiesIn?: readonly string[] | null;
  /** Whether its state, or the one that screens investments, has vouched for it in spite of foreign control. */
  readonly guaranteed?: boolean | null;
  /** Cost of components from outside the scheme's perimeter, in percent of all components: a decimal such as `34.5`. */
  readonly outsidePercent?: string | null;
  /** Whether the product is of the group for which SAFE asks for design authority (drones, air defence, AI, space …). */
  readonly criticalProduct?: boolean | null;
  /** Whether the firm can decide on the design without restrictions by others. */
  readonly designAuthority?: boolean | null;
  readonly civilApplication?: boolean | null;
  readonly dualUse?: boolean | null;
  /** Whether the purchase in question carries an offset obligation. */
  readonly offsetObligation?: boolean | null;
}

/** The name of a fact. */
export type FactName = keyof RouteFacts;

/** Facts that are countries. */
export type CountryFact =
  'establishedIn' | 'managedFrom' | 'controlledFrom' | 'headquarteredIn' | 'facilitiesIn';

/** Facts that are a yes or a no. */
export type YesNoFact =
  'guaranteed' | 'criticalProduct' | 'designAuthority' | 'civilApplication' | 'dualUse' | 'offsetObligation';
