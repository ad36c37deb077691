import type { z } from 'zod';
import type { ErrorCode } from '../kernel/app-error.ts';

/** Who may call: a guest is whoever has not unlocked. */
export const ROLES = ['guest', 'advisor', 'supervisor'] as const;
export type Role = (typeof ROLES)[number];

export interface CallDefinition {
  /** A query changes nothing; a command does. */
  readonly kind: 'query' | 'command';
  /** Who answers: the core, or the shell for what needs a window (a folder dialog, leaving for the browser). */
  readonly home: 'core' | 'shell';
  readonly summary: string;
  readonly roles: readonly Role[];
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly errors: readonly ErrorCode[];
}

export interface EventDefinition {
  readonly summary: string;
  readonly payload: z.ZodType;
}

export function query<const D extends Omit<CallDefinition, 'kind' | 'home'>>(
  definition: D,
): D & { readonly kind: 'query'; readonly home: 'core' } {
  return { ...definition, kind: 'query', home: 'core' };
}

export function command<const D extends Omit<CallDefinition, 'kind' | 'home'>>(
  definition: D,
): D & { readonly kind: 'command'; readonly home: 'core' } {
  return { ...definition, kind: 'command', home: 'core' };
}

/** A call answered by the Electron shell. */
export function shellCommand<const D extends Omit<CallDefinition, 'kind' | 'home'>>(
  definition: D,
): D & { readonly kind: 'command'; readonly home: 'shell' } {
  return { ...definition, kind: 'command', home: 'shell' };
}
