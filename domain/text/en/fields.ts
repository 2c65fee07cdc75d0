// English names of the fields of records, for the history and wherever a field stands alone.
import type { Catalogue } from '../fr.ts';

export const fields: Catalogue['fields'] = {
  title: 'Title', scheme: 'Method', territory: 'Territory', startsOn: 'Planned start', endsOn: 'Planned end', commissioner: 'Commissioner', officerId: 'Officer', need: 'Need',
  order: 'Order', expectedResults: 'Expected results', kickOffOn: 'Three-party kick-off', isExample: 'Example', sessionsBefore: 'Sessions held before this file',
  inheritedDiagnostic: 'Inherited diagnostic', closedOn: 'Closed on', kickOffNote: 'Agreed at the kick-off', reportGivenOn: 'Report given on', circulation: 'Circulation of the report', circulationAgreedOn: 'Circulation agreed on',
  evidenceCompleteOn: 'Evidence complete on', evidenceUntil: 'Evidence kept until', disposalOn: 'Disposal of private notes', objective: 'Objective', methodKey: 'Place in the method', startedOn: 'Real start', endedOn: 'Real end',
  status: 'State', skipReason: 'Reason for skipping', synthesis: 'Synthesis', means: 'Means', phaseId: 'Phase', doneOn: 'Done on', doneById: 'Done by', metOn: 'Met on', dueOn: 'Due on', handedOverOn: 'Handed over on',
  act: 'Act', on: 'Date', byId: 'By', reason: 'Reason', enteredAt: 'Entered at', holderId: 'Held by', note: 'Note', name: 'Name', shortName: 'Short name', legalForm: 'Legal form', sector: 'Sector',
  jobs: 'Jobs', fteHundredths: 'Full-time equivalents, in hundredths', vat: 'VAT', arrivedOn: 'Arrived on', organisationId: 'Organisation', function: 'Function', email: 'E-mail', phone: 'Telephone', role: 'Role',
  circle: 'Circle', about: 'About', state: 'State', personId: 'Person', until: 'Until', limit: 'Limit', startedBy: 'Started by', trigger: 'What triggered it', story: 'Story', ambition: 'What it wants to become',
  lifeBeyond: 'Its life beyond the project', newcomers: 'What a newcomer must know', date: 'Date', startsAt: 'Start', endsAt: 'End', mode: 'Mode', place: 'Place', link: 'Link', purpose: 'Purpose', account: 'Minutes',
  nextOn: 'Next date', nextAt: 'Next time', sessionId: 'Session', minutes: 'Length', morning: 'Morning', afternoon: 'Afternoon', adoption: 'Adoption', agreed: 'Agreed', reviewOn: 'To be reviewed on',
  disagreementId: 'Disagreement', statement: 'Position', funder: 'Funder', contract: 'Contract', grantedMinutes: 'Time granted', minutesPerDay: 'Minutes in a day', openingMinutes: 'Used before', dayRateCents: 'Day rate, in cents',
  overrun: 'Overrun', envelopeId: 'Envelope', kindId: 'Kind of work', code: 'Sort', isEligible: 'Eligible', justification: 'Justification', sha256: 'Fingerprint', addedAt: 'Attached at',
};
