import { makeCaseIntents, PROJECT, type CaseClient, type CaseClientOptions, type Intent } from './case-intents.ts';

/**
 * Somebody who receives one person after another, always in the same steps: the first meeting, from the file that is made to
 * the next appointment. What is said in it is drawn.
 */
export function makeMeetingClient({ sirets, ...options }: CaseClientOptions): CaseClient {
  const intents = makeCaseIntents(options);
  const { draw } = intents;
  let caseId = '';
  /** What is still to be done in this meeting. */
  let steps: (() => Intent | null)[] = [];

  const shown = (): readonly string[] => {
    const first = draw.below(sirets.length);
    return Array.from({ length: 4 }, (_, rank) => sirets[(first + rank) % sirets.length] as string);
  };
  const meeting = (): (() => Intent | null)[] => [
    () => intents.begin(caseId),
    ...PROJECT.map(
      ([field, value]) =>
        () =>
          intents.setField(caseId, field, value),
    ),
    () => intents.aFact(caseId),
    () => intents.type(caseId),
    () => intents.say(caseId, 'person'),
    () => intents.say(caseId, 'advisor'),
    ...shown().map(
      (siret, rank) => () =>
        intents.decide(caseId, { kind: 'establishment', siret }, rank === 3 ? 'set-aside' : 'retained', true),
    ),
    () => intents.type(caseId),
    () => intents.action(caseId, 'person'),
    () => intents.action(caseId, 'advisor'),
    () => intents.type(caseId),
    () => intents.validate(caseId),
    () => intents.appointment(caseId),
  ];

  const ask = (): Intent => {
    const intent = steps[0]?.() ?? null;
    if (intent !== null) return intent;
    if (steps.shift() !== undefined) return ask();
    return intents.create();
  };

  return {
    ledger: intents.ledger,
    now: intents.now,
    next() {
      intents.pass(draw.between(200, 20_000));
      return ask();
    },
    acknowledge(intent, revision) {
      intents.acknowledge(intent, revision);
      steps.shift();
      if (intent.name !== 'caseFile.create') return;
      caseId = (intent.input as { readonly caseId: string }).caseId;
      steps = meeting();
    },
    lostWordsMs: intents.lostWordsMs,
  };
}
