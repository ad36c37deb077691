import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../platform/clipboard.ts';
import { announce } from '../../platform/live-region.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { makeDiagnostic } from './diagnostic.queries.ts';
import { reportText } from './report-lines.ts';

/** Makes the report and copies it, wherever one is: where nobody has unlocked too. What it did is said on the button. */
export function CopyDiagnostic() {
  const { t, i18n } = useTranslation();
  const [said, setSaid] = useState<string | null>(null);
  const copy = useMutation({
    mutationFn: async () => copyText(reportText(t, await makeDiagnostic(), i18n.language)),
    onSuccess: (isCopied) => {
      const words = isCopied ? t('diagnostic.copied') : t('ui.copyFailed');
      setSaid(words);
      announce(words);
    },
  });
  return (
    <>
      <Button disabled={copy.isPending} onClick={() => copy.mutate()}>
        {t('diagnostic.copy')}
      </Button>
      {said === null ? null : (
        <span className="quiet small" aria-hidden="true">
          {said}
        </span>
      )}
      {copy.error === null ? null : <ErrorState error={copy.error} />}
    </>
  );
}
