import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/domain/case-file/case-file.schema.ts';
import type { Strength } from '../../../features/approach/argument-sheet.tsx';
import { PRINTED_STRENGTHS } from '../../../features/case-file/printed.ts';
import { labelKeyOf } from '../../../features/case-file/situation-blocks.ts';
import { useReading } from '../use-shapes.ts';

/** What the person can do, of what may leave the file: nothing else of *Situation* is an argument. */
export function useStrengths({ facts }: CaseFile): readonly Strength[] {
  const { t } = useTranslation();
  const read = useReading(facts);
  return PRINTED_STRENGTHS.flatMap((field) => {
    const value = read(field);
    return value === null ? [] : [{ label: t(`facts.fields.${labelKeyOf(field)}`), value }];
  });
}
