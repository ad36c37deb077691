import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile, FieldName } from '../../../shared/domain/case-file/case-file.schema.ts';
import { today } from '../../platform/today.ts';
import { Button, TextButton } from '../../ui/button.tsx';
import { hasProject, OTHER_PROJECTS, type OtherProject, removal, swapWithFirst } from './project-moves.ts';
import { projectFields } from './situation-blocks.ts';
import { type OnDone, useFactChanges } from './use-fact-changes.ts';

interface OtherProjectsProps {
  readonly file: CaseFile;
  readonly field: (name: FieldName) => ReactNode;
  /** A project in one line; null where nothing is known of it. */
  readonly lineOf: (number: OtherProject) => string | null;
  readonly onDone: OnDone;
}

/** The other things that the person looks for, folded: the engines read the first one only. */
export function OtherProjects({ file, field, lineOf, onDone }: OtherProjectsProps) {
  const { t } = useTranslation();
  const { id, facts } = file;
  const [added, setAdded] = useState<readonly OtherProject[]>([]);
  const change = useFactChanges(id, onDone);
  const shown = OTHER_PROJECTS.filter((number) => hasProject(facts, number) || added.includes(number));
  const next = OTHER_PROJECTS.find((number) => !shown.includes(number));
  const forget = (number: OtherProject): void => setAdded(added.filter((other) => other !== number));
  const remove = (number: OtherProject): void => {
    forget(number);
    void change(removal(facts, number, today()), t('facts.projects.removed', { number }));
  };
  return (
    <div className="other-projects">
      {shown.map((number) => (
        <details key={number} className="situation-fold" open={added.includes(number) || undefined}>
          <summary>
            {t(`facts.folds.project${number}`)}
            <span className="other-project-line"> {lineOf(number) ?? t('facts.none')}</span>
          </summary>
          {projectFields(number).map(field)}
          <div className="other-project-acts">
            {hasProject(facts, number) ? (
              <Button
                size="small"
                onClick={() => {
                  forget(number);
                  void change(swapWithFirst(facts, number), t('facts.projects.putFirst', { number }));
                }}
              >
                {t('facts.projects.first')}
              </Button>
            ) : null}
            <Button size="small" kind="quiet" onClick={() => remove(number)}>
              {t('facts.projects.remove')}
            </Button>
          </div>
        </details>
      ))}
      {next === undefined ? null : (
        <TextButton
          onClick={() => {
            setAdded([...added, next]);
            focusFirstFact(next);
          }}
        >
          {t('facts.projects.add')}
        </TextButton>
      )}
    </div>
  );
}

/** Once it is drawn. */
function focusFirstFact(number: OtherProject): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-field="project${number}.occupation"] .fact-read`)?.focus();
  });
}
