import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile, FieldValue } from '../../../shared/domain/case-file/case-file.schema.ts';
import { projectOf } from '../../features/case-file/project-moves.ts';
import { Situation, type WantedFact } from '../../features/case-file/situation.tsx';
import type { OnDone } from '../../features/case-file/use-fact-changes.ts';
import type { LookedUp } from '../../features/job-project/project-shapes.tsx';
import { projectLine } from '../../features/job-project/project-words.ts';
import { OccupationField } from '../../features/occupation/occupation-field.tsx';
import { PlaceField } from '../../features/place/place-field.tsx';
import type { ValueEditing } from '../../ui/value-shape.ts';
import { useShapes } from './use-shapes.ts';

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
  readonly wanted: WantedFact | null;
  readonly onReached: () => void;
  readonly onDone: OnDone;
}

export function SituationTab({ file, wanted, onReached, onDone }: SituationTabProps) {
  const { t, i18n } = useTranslation();
  const shapes = useShapes(LOOKED_UP);
  return (
    <Situation
      file={file}
      shapes={shapes}
      wanted={wanted}
      onReached={onReached}
      projectLineOf={(number) => projectLine(t, projectOf(file.facts, number), i18n.language)}
      onDone={onDone}
    />
  );
}
