import type { ContactMode } from '../../../../shared/domain/employer/employer.schema.ts';
import { fold } from '../../../../shared/kernel/text.ts';
import { failure, success } from '../../../../shared/kernel/result.ts';
import { romeCode } from '../../fields.ts';
import { refusal } from '../../refusal.ts';
import { defineSource, UNKNOWN } from '../../source.ts';

const MODES: Readonly<Record<string, ContactMode>> = {
  'se presenter spontanement': 'in-person',
  'envoyer un cv et une lettre de motivation': 'application',
};

/** The advised way to approach an employer, by NAF division and occupation. */
export const contactModes = defineSource({
  name: 'contact-modes',
  delimiters: [',', ';', '|'],
  required: { division: ['naf_prefix'], rome: ['rome'], mode: ['contact_mode'] },
  describe: () => ({ publisher: UNKNOWN, licence: UNKNOWN, vintage: UNKNOWN }),
  parse(row) {
    const division = row.division.trim().padStart(2, '0');
    if (!/^\d{2}$/.test(division)) return failure(refusal('naf-division', row.division));
    const rome = romeCode(row.rome);
    if (!rome.ok) return rome;
    if (row.mode.trim() === '') return failure(refusal('contact-mode-missing', `${division}/${rome.value}`));
    const mode = MODES[fold(row.mode)];
    if (mode === undefined) return failure(refusal('contact-mode', row.mode));
    return success({ division, rome: rome.value, mode });
  },
});
