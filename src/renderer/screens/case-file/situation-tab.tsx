import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile, FieldValue } from '../../../shared/domain/case-file/case-file.schema.ts';
import { personShapes } from '../../features/case-file/fact-shapes.tsx';
import { type FieldShapes, Situation } from '../../features/case-file/situation.tsx';
import { type LookedUp, projectShapes } from '../../features/job-project/project-shapes.tsx';
import { OccupationField } from '../../features/occupation/occupation-field.tsx';
import { PlaceField } from '../../features/place/place-field.tsx';
import type { ValueEditing } from '../../ui/value-shape.ts';

type Occupation = FieldValue<'project1.occupation'>;
type Place = FieldValue<'project1.place'>;

function OccupationEditor({ value, commit }: ValueEditing<Occupation>) {
  const input = useRef<HTMLInputElement>(null);
  return <OccupationField value={value} onChoose={commit} inputRef={input} shortcut={null} />;
}

function PlaceEditor({ value, commit }: ValueEditing<Place>) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <PlaceField
      value={value}
      onChoose={({ communeCode, name }) => commit({ communeCode, name })}
      inputRef={input}
      shortcut={null}
    />
  );
}

const LOOKED_UP: LookedUp = {
  occupation: (editing) => <OccupationEditor {...editing} />,
  place: (editing) => <PlaceEditor {...editing} />,
};

interface SituationTabProps {
  readonly file: CaseFile;
  readonly onDone: (opId: string, text: string) => void;
}

export function SituationTab({ file, onDone }: SituationTabProps) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const shapes = useMemo<FieldShapes>(
    () => ({ ...personShapes(t, language), ...projectShapes(t, language, LOOKED_UP) }) as unknown as FieldShapes,
    [t, language],
  );
  return <Situation file={file} shapes={shapes} onDone={onDone} />;
}
