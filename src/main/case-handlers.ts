import type { CoreCallName } from '../shared/contract/index.ts';
import type { AgendaPeriod } from './appointment/appointment.use-cases.ts';
import type { Cases } from './case-file/cases.use-cases.ts';
import { portfolioCsv } from './case-file/portfolio-csv.use-cases.ts';
import { correctionsCsv } from './correction/corrections-csv.use-cases.ts';
import type { GuardCallName } from './guard-handlers.ts';
import type { Handlers } from './handlers.ts';
import type { SupervisionUseCases } from './supervision/supervision.use-cases.ts';

/** Calls about people: they need somebody to have unlocked. */
export type CaseCallName = Extract<
  Exclude<CoreCallName, GuardCallName>,
  | `${'caseFile' | 'agencyTag' | 'savedView' | 'preference' | 'contact' | 'appointment' | 'action' | 'decision' | 'approach' | 'employerContact' | 'correction' | 'note' | 'reading' | 'engagement' | 'outcome' | 'privateLine' | 'handOver' | 'sheet' | 'explanation' | 'supervision'}.${string}`
  | 'suggestion.forCase'
  | 'suggestion.widenForCase'
  | 'suggestion.explainForCase'
  | 'suggestion.pointsForCase'
>;

/** Whether damage met by a call is that of the case files; lists of employers read the reference data above all. */
export function isAboutPeople(call: string): boolean {
  return /^(?:caseFile|agencyTag|savedView|preference|contact|appointment|action|decision|approach|employerContact|correction|note|reading|engagement|outcome|privateLine|handOver|sheet|explanation|sharedView|supervision)\./.test(
    call,
  );
}

export function caseHandlers(cases: Cases, supervision: SupervisionUseCases, timeZone: string): Handlers<CaseCallName> {
  const { access, files, contacts, appointments, actions, decisions, corrections, lists, notes, readings } = cases;
  return {
    'caseFile.portfolio': () => files.portfolio(),
    'caseFile.get': ({ caseId }) => files.get(caseId),
    'caseFile.create': (command) => files.create(command),
    'caseFile.setField': (command) => files.setField(command),
    'caseFile.fieldHistory': ({ caseId, field }) => files.fieldHistory(caseId, field),
    'caseFile.undo': (command) => cases.undo(command),
    'caseFile.setComputing': (command) => files.setComputing(command),
    'caseFile.close': (command) => cases.lifecycle.close(command),
    'caseFile.reopen': (command) => cases.lifecycle.reopen(command),
    'caseFile.archive': (command) => cases.lifecycle.archive(command),
    'caseFile.setTags': (command) => cases.lifecycle.setTags(command),
    'caseFile.confirmFact': (command) => files.confirmFact(command),
    'caseFile.erase': (command) => cases.erasure.erase(command),
    ...paperHandlers(cases),
    ...deskHandlers(cases),
    'caseFile.timeline': ({ caseId }) => cases.timeline(caseId),
    'caseFile.portfolioCsv': ({ reason }) => {
      // As the lists have them by default: a support that has ended leaves the workstation with nobody.
      const rows = files.portfolio().filter(({ closedOn }) => closedOn === null);
      access.record({ act: 'exported', caseId: null, reason, count: rows.length });
      return { csv: portfolioCsv(rows, timeZone), count: rows.length };
    },
    'contact.record': (command) => contacts.record(command),
    'appointment.list': ({ caseId }) => appointments.list(caseId),
    'appointment.agenda': (period) => appointments.agenda(period as AgendaPeriod),
    'appointment.calendar': (period) => {
      const calendar = appointments.calendar(period as AgendaPeriod);
      access.record({ act: 'exported', caseId: null, count: calendar.count });
      return calendar;
    },
    'appointment.schedule': (command) => appointments.schedule(command),
    'appointment.begin': (command) => appointments.begin(command),
    'appointment.move': (command) => appointments.move(command),
    'appointment.setPresence': (command) => appointments.setPresence(command),
    'action.list': ({ caseId }) => actions.list(caseId),
    'action.due': ({ until }) => actions.due(until),
    'action.add': (command) => actions.add(command),
    'action.revise': (command) => actions.revise(command),
    'action.setState': (command) => actions.setState(command),
    'suggestion.forCase': (query) => lists.page(query),
    'suggestion.widenForCase': (query) => lists.widen(query),
    'suggestion.explainForCase': ({ siret, ...query }) => lists.explain(query, siret),
    'suggestion.pointsForCase': (query) => lists.points(query),
    'decision.list': ({ caseId }) => decisions.list(caseId),
    'decision.make': (command) => decisions.make(command),
    'decision.reset': (command) => decisions.reset(command),
    'decision.addOwn': (command) => decisions.addOwn(command),
    ...approachHandlers(cases),
    'correction.report': (command) => corrections.report(command),
    ...handOverHandlers(cases),
    'correction.optOut': (command) => corrections.optOut(command),
    'correction.list': () => corrections.list(),
    'correction.csv': () => {
      const rows = corrections.list();
      return { csv: correctionsCsv(rows), count: rows.length };
    },
    'correction.dismiss': (command) => corrections.dismiss(command),
    'note.list': ({ caseId }) => notes.list(caseId),
    'note.draft': ({ caseId }) => notes.draft(caseId),
    'note.saveDraft': ({ caseId, body, baseVersion }) => notes.saveDraft(caseId, body, baseVersion),
    'note.draftVersions': ({ caseId }) => notes.draftVersions(caseId),
    'note.unfinished': () => notes.unfinished(),
    'note.discardDraft': ({ caseId, baseVersion }) => {
      notes.discardDraft(caseId, baseVersion);
      return {};
    },
    'note.validate': (command) => notes.validate(command),
    'note.withdraw': (command) => notes.withdraw(command),
    'note.copyText': ({ caseId, noteId }) => ({ text: notes.copyText(caseId, noteId) }),
    'reading.list': ({ caseId }) => readings.list(caseId),
    'reading.say': (command) => readings.say(command),
    ...aroundHandlers(cases),
    'supervision.counts': () => supervision.counts(),
  };
}

type AroundCallName = Extract<CoreCallName, `${'engagement' | 'outcome' | 'privateLine'}.${string}`>;

/** What goes with the plan: the contract signed elsewhere, what became of the situation, one line to prepare a meeting. */
function aroundHandlers({ engagements, outcomes, privateLines }: Cases): Handlers<AroundCallName> {
  return {
    'engagement.list': ({ caseId }) => engagements.list(caseId),
    'engagement.record': (command) => engagements.record(command),
    'outcome.toAsk': () => outcomes.toAsk(),
    'outcome.tell': (command) => outcomes.tell(command),
    'privateLine.get': ({ caseId }) => privateLines.get(caseId),
    'privateLine.save': ({ caseId, text }) => {
      privateLines.save(caseId, text);
      return {};
    },
  };
}

type ApproachCallName = Extract<CoreCallName, `${'approach' | 'employerContact'}.${string}`>;

/** What happens after an employer is retained. */
function approachHandlers({ access, approaches, employerContacts }: Cases): Handlers<ApproachCallName> {
  return {
    'approach.list': ({ caseId }) => approaches.list(caseId),
    'approach.move': (command) => approaches.move(command),
    'approach.remind': (command) => approaches.remind(command),
    'approach.takeBack': (command) => approaches.takeBack(command),
    'approach.word': (command) => approaches.word(command),
    'approach.csv': ({ caseId }) => {
      const table = approaches.csv(caseId);
      access.record({ act: 'exported', caseId, count: 1, paper: 'employers', medium: 'data' });
      return table;
    },
    'approach.ofEmployer': ({ siret }) => approaches.ofEmployer(siret),
    'employerContact.save': (command) => employerContacts.save(command),
    'employerContact.remove': (command) => {
      employerContacts.remove(command);
      return {};
    },
  };
}

type HandOverCallName = Extract<CoreCallName, `handOver.${string}`>;

/** Who follows a file while its advisor is away, or from now on. */
function handOverHandlers({ handOvers, handOverPage, visits }: Cases): Handlers<HandOverCallName> {
  return {
    'handOver.colleagues': () => handOvers.colleagues(),
    'handOver.lend': (command) => handOvers.lend(command),
    'handOver.takeBack': (command) => handOvers.takeBack(command),
    'handOver.reassign': (command) => handOvers.reassign(command),
    'handOver.page': ({ caseId }) => handOverPage(caseId),
    'handOver.find': ({ text }) => visits.find(text),
    'handOver.visit': (command) => {
      visits.visit(command);
      return {};
    },
    'handOver.accesses': ({ caseId }) => visits.accesses(caseId),
  };
}

type PaperCallName = Extract<
  CoreCallName,
  `${'sheet' | 'explanation'}.${string}` | 'caseFile.recordLeaving' | 'caseFile.compile'
>;

/** What leaves a file, and the log that says so. */
function paperHandlers({ access, files, sheets, explanations, compile }: Cases): Handlers<PaperCallName> {
  return {
    'caseFile.recordLeaving': ({ caseId, paper, medium, reason }) => {
      if (paper === 'file') files.assertAccompanied(caseId);
      else files.assertMine(caseId);
      const act = medium === 'paper' ? 'printed' : 'exported';
      access.record({ act, caseId, paper, medium, ...(reason === undefined ? {} : { reason }) });
      return {};
    },
    'caseFile.compile': ({ caseId }) => compile(caseId),
    'explanation.ofDecision': ({ caseId, decisionId }) => explanations.ofDecision(caseId, decisionId),
    'sheet.compose': ({ caseId, ...options }) => sheets.compose(caseId, options),
    'sheet.keep': (command) => sheets.keep(command),
    'sheet.handOver': (command) => sheets.handOver(command),
    'sheet.list': ({ caseId }) => sheets.list(caseId),
    'sheet.waiting': () => sheets.waiting().map(({ id, caseId, on }) => ({ id, caseId, on })),
  };
}

type DeskCallName = Extract<CoreCallName, `${'agencyTag' | 'savedView' | 'preference'}.${string}`>;

/** What an advisor arranges the desk with: tags of the agency, saved views, what screens remember. */
function deskHandlers({ tags, views, preferences }: Cases): Handlers<DeskCallName> {
  return {
    'agencyTag.list': () => tags.list(),
    'agencyTag.add': (command) => tags.add(command),
    'agencyTag.rename': (command) => tags.rename(command),
    'agencyTag.retire': (command) => tags.retire(command),
    'agencyTag.restore': (command) => tags.restore(command),
    'savedView.list': () => views.list(),
    'savedView.save': (command) => views.save(command),
    'savedView.remove': (command) => views.remove(command),
    'preference.get': ({ name }) => ({ value: preferences.get(name) }),
    'preference.set': ({ name, value }) => {
      preferences.set(name, value);
      return {};
    },
  };
}
