import { useQuery } from '@tanstack/react-query';
import { approachOfEmployer } from '../../features/approach/approach.queries.ts';
import { EmployerPeople } from '../../features/approach/employer-people.tsx';
import { ReportCard } from '../../features/correction/report-card.tsx';
import { OptOutCard } from '../../features/correction/opt-out-card.tsx';
import { EmployerContactCard } from '../../features/employer-contact/employer-contact-card.tsx';
import { go, useIsBeside } from '../../platform/location.ts';

interface KnownHereProps {
  readonly siret: string;
  readonly employerName: string;
}

/** What this workstation knows of an employer besides the data; nothing where nobody may be told. */
export function KnownHere({ siret, employerName }: KnownHereProps) {
  const { data } = useQuery(approachOfEmployer(siret));
  // Nobody is shown who else it is proposed to.
  const isBeside = useIsBeside();
  if (data === undefined) return null;
  return (
    <>
      <div className="card">
        <EmployerContactCard siret={siret} employerName={employerName} contact={data.contact} level="h2" />
      </div>
      {isBeside ? null : (
        <EmployerPeople
          mine={data.mine}
          others={data.others}
          onOpen={(caseId) => go({ screen: 'caseFile', caseId, tab: 'employers' })}
        />
      )}
      <ReportCard siret={siret} employerName={employerName} report={data.report} />
      <OptOutCard siret={siret} employerName={employerName} optOut={data.optOut} />
    </>
  );
}
