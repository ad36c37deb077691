import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../../shared/domain/action/action.schema.ts';
import { dueShortcuts } from '../../../shared/domain/action/due.rules.ts';
import { onDayText } from '../../i18n/dates.ts';
import { useToday } from '../../platform/today.ts';
import { TextButton } from '../../ui/button.tsx';
import { ChipSet } from '../../ui/chip-set.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { OWNERS, type TypedAction } from './half-typed-actions.ts';
import { usePlanAround } from './use-plan-around.ts';

interface ActionFieldsProps {
  readonly caseId: string;
  readonly kind: Action['kind'];
  readonly typed: TypedAction;
  readonly onType: (change: Partial<TypedAction>) => void;
  readonly textField: Ref<HTMLInputElement>;
  readonly hasFirstFocus: boolean;
  /** It was sent without a word of what there is to do. */
  readonly isTextMissing: boolean;
}

/** What, who, by when, and what for. */
export function ActionFields(props: ActionFieldsProps) {
  const { caseId, kind, typed, onType, textField, hasFirstFocus, isTextMissing } = props;
  const { t } = useTranslation();
  const { owner, partner, text, serves, isTogether } = typed;
  const { objectives } = usePlanAround(caseId);
  return (
    <>
      <TextField
        label={t(kind === 'objective' ? 'action.objectiveText' : 'action.text')}
        maxLength={160}
        autoFocus={hasFirstFocus}
        ref={textField}
        error={isTextMissing ? t('action.textMissing') : null}
        value={text}
        onChange={(event) => onType({ text: event.currentTarget.value })}
      />
      <div className="action-form-row">
        {kind === 'objective' ? null : (
          <Segmented
            label={t('action.owner')}
            choices={OWNERS.map((value) => ({ value, label: t(`action.owners.${value}`) }))}
            chosen={owner}
            onChoose={(chosen) => onType({ owner: chosen })}
          />
        )}
        {kind === 'action' && owner === 'partner' ? (
          <TextField
            label={t('action.partner')}
            maxLength={80}
            value={partner}
            onChange={(event) => onType({ partner: event.currentTarget.value })}
          />
        ) : null}
        <DueField caseId={caseId} dueOn={typed.dueOn} onDue={(dueOn) => onType({ dueOn })} />
      </div>
      {kind === 'action' && objectives.length > 0 ? (
        <label className="field">
          <span className="field-label">{t('action.serves')}</span>
          <select
            className="field-input"
            value={serves}
            onChange={(event) => onType({ serves: event.currentTarget.value })}
          >
            <option value="">{t('action.servesNone')}</option>
            {objectives.map((objective) => (
              <option key={objective.id} value={objective.id}>
                {objective.text}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <ChipSet
        label={t('action.together')}
        choices={[{ value: 'together', label: t('action.together') }]}
        chosen={isTogether ? ['together'] : []}
        onChange={(chosen) => onType({ isTogether: chosen.length > 0 })}
      />
    </>
  );
}

interface DueFieldProps {
  readonly caseId: string;
  readonly dueOn: string;
  readonly onDue: (dueOn: string) => void;
}

/** A day, or the words one says for it. */
function DueField({ caseId, dueOn, onDue }: DueFieldProps) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const { nextOn } = usePlanAround(caseId);
  return (
    <div className="action-due-field">
      <TextField
        label={t('action.dueOn')}
        type="date"
        value={dueOn}
        onChange={(event) => onDue(event.currentTarget.value)}
      />
      <div className="action-due-days" role="group" aria-label={t('action.dueDays')}>
        {dueShortcuts(today, nextOn).map(({ name, on }) => (
          <TextButton key={name} onClick={() => onDue(on)} title={onDayText(on, today, i18n.language)}>
            {t(`action.dueShortcuts.${name}`)}
          </TextButton>
        ))}
      </div>
    </div>
  );
}
