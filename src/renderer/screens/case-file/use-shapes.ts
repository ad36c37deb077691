import { type ReactNode, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facts, FieldName } from '../../../shared/domain/case-file/case-file.schema.ts';
import { personShapes } from '../../features/case-file/fact-shapes.tsx';
import type { FieldShapes } from '../../features/case-file/situation.tsx';
import { type LookedUp, projectShapes } from '../../features/job-project/project-shapes.tsx';
import type { ValueShape } from '../../ui/value-shape.ts';

/** The shape of every fact: those of the person and those of their projects, in the language of the screen. */
export function useShapes(lookedUp: LookedUp): FieldShapes {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(
    () => ({ ...personShapes(t, language), ...projectShapes(t, language, lookedUp) }) as unknown as FieldShapes,
    [t, language, lookedUp],
  );
}

export const NOT_EDITED: LookedUp = { occupation: () => null, place: () => null };

/** A fact as a person reads it; nothing where it is not known. */
export function useReading(facts: Facts): (field: FieldName) => ReactNode {
  const shapes = useShapes(NOT_EDITED);
  return useCallback(
    (field) => {
      const value: unknown = facts[field]?.value ?? null;
      return value === null ? null : (shapes[field] as unknown as ValueShape<unknown>).read(value);
    },
    [facts, shapes],
  );
}
