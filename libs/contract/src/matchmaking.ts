export * from './matchmaking/capabilities.ts';
export * from './matchmaking/profiles.ts';
export * from './matchmaking/suggestions.ts';
export * from './matchmaking/wishes.ts';
export * from './matchmaking/no-meets.ts';
export * from './matchmaking/settings.ts';
export * from './matchmaking/readiness.ts';
export { type MatchingState, type WishesStatus } from './matchmaking/shared.ts';
