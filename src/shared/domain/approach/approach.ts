/** What may happen after an employer is proposed, in the order in which it usually does; steps may be skipped. */
export const APPROACH_STEPS = ['contacted', 'answered', 'met', 'hired', 'refused', 'no-answer'] as const;

/** Where an approach stands: proposed until something happens. */
export const APPROACH_STAGES = ['proposed', ...APPROACH_STEPS] as const;

/** Who took the step. */
export const APPROACH_AUTHORS = ['person', 'advisor'] as const;

/** What comes next: calling them back on a day, or their answer awaited until one. */
export const REMINDER_KINDS = ['call-back', 'answer'] as const;

/** Characters of a first sentence: said in one breath. */
export const SENTENCE_MAX_CHARACTERS = 280;
