import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SharedView } from '../../../shared/domain/shared-view/shared-view.schema.ts';
import { projectLine } from '../../features/job-project/project-words.ts';
import { NextMeeting, SharedActions } from './shared-actions.tsx';
import { SharedDecided } from './shared-decided.tsx';
import { SharedEmployers } from './shared-employers.tsx';
import { SharedPart } from './shared-part.tsx';
import { SharedSituation } from './shared-situation.tsx';
import './shared-view.css';

interface SharedPageProps {
  readonly view: SharedView;
  /** What only the advisor's own window has at its head. */
  readonly children?: ReactNode;
}

/** What the two look at, in large text and in words said to the person. It has nothing to press: one reads it. */
export function SharedPage({ view, children }: SharedPageProps) {
  const { t, i18n } = useTranslation();
  const { personName, isLargePrint, project, body } = view;
  const title = t(`shared.titles.${body.step}`);
  const line = projectLine(t, project, i18n.language);
  return (
    <main className="shared" data-large={isLargePrint} data-step={body.step}>
      <header className="shared-head">
        <p className="shared-name">{personName}</p>
        {line === null ? null : <p className="shared-project">{t('shared.project', { project: line })}</p>}
        {children}
      </header>
      <h1>{title}</h1>
      <div className="shared-body">
        <Body {...{ body, project }} />
      </div>
      <p className="visually-hidden" role="status">
        {title}
      </p>
    </main>
  );
}

function Body({ body, project }: Pick<SharedView, 'body' | 'project'>) {
  const { t } = useTranslation();
  const placeName = project.place?.name ?? null;
  switch (body.step) {
    case 'purpose':
      return (
        <>
          <p className="shared-lead">{body.purpose ?? t('shared.purposeToAgree')}</p>
          <SharedActions actions={body.promises} isQuietWhenEmpty />
        </>
      );
    case 'since':
      return <SharedActions actions={body.actions} />;
    case 'situation':
      return <SharedSituation body={body} />;
    case 'readings':
      return (
        <>
          <Reading title={t('shared.readings.person')} text={body.person ?? t('shared.readings.notSaid')} />
          {body.advisor === null ? null : <Reading title={t('shared.readings.advisor')} text={body.advisor} />}
        </>
      );
    case 'employers':
      return <SharedEmployers pointed={body.pointed} retained={body.retained} placeName={placeName} />;
    case 'plan':
      return (
        <>
          <SharedActions actions={body.actions} />
          <SharedEmployers pointed={null} retained={body.retained} placeName={placeName} isQuietWhenEmpty />
        </>
      );
    case 'note':
      return <SharedDecided decided={body.decided} />;
    case 'wrapUp':
      return (
        <>
          <SharedActions actions={body.actions} />
          <NextMeeting next={body.next} />
          <SharedEmployers pointed={null} retained={body.retained} placeName={placeName} isQuietWhenEmpty />
        </>
      );
  }
}

function Reading({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <SharedPart title={title}>
      <p className="shared-words">{text}</p>
    </SharedPart>
  );
}
