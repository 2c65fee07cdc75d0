// French names of the fields of records, for the history and wherever a field stands alone. One name serves every table unless a table has its own.

export const fields = {
  title: 'Intitulé', scheme: 'Méthode', territory: 'Territoire', startsOn: 'Début prévu', endsOn: 'Fin prévue', commissioner: 'Commanditaire', officerId: 'Référent·e', need: 'Besoin',
  order: 'Cahier des charges', expectedResults: 'Résultats attendus', kickOffOn: 'Cadrage à trois', isExample: 'Exemple', sessionsBefore: 'Séances tenues avant ce fichier',
  inheritedDiagnostic: 'Diagnostic repris', closedOn: 'Clôture', kickOffNote: 'Convenu au cadrage', reportGivenOn: 'Rapport remis', circulation: 'Circulation du rapport', circulationAgreedOn: 'Circulation convenue',
  evidenceCompleteOn: 'Pièces complètes', evidenceUntil: 'Pièces gardées jusqu’au', disposalOn: 'Destruction des notes privées', objective: 'Objectif', methodKey: 'Repère de méthode', startedOn: 'Début réel', endedOn: 'Fin réelle',
  status: 'État', skipReason: 'Raison du passage', synthesis: 'Synthèse', means: 'Moyens', phaseId: 'Phase', doneOn: 'Fait le', doneById: 'Fait par', metOn: 'Rempli le', dueOn: 'Échéance', handedOverOn: 'Remis le',
  act: 'Geste', on: 'Date', byId: 'Par', reason: 'Raison', enteredAt: 'Saisi le', holderId: 'Gardé par', note: 'Note', name: 'Nom', shortName: 'Nom court', legalForm: 'Forme juridique', sector: 'Secteur',
  jobs: 'Emplois', fteHundredths: 'Équivalents temps plein, en centièmes', vat: 'TVA', arrivedOn: 'Arrivée', organisationId: 'Structure', function: 'Fonction', email: 'Courriel', phone: 'Téléphone', role: 'Rôle',
  circle: 'Cercle', about: 'Objet', state: 'État', personId: 'Personne', until: 'Jusqu’au', limit: 'Limite', startedBy: 'À l’initiative de', trigger: 'Ce qui a déclenché', story: 'Histoire', ambition: 'Ce qu’il veut devenir',
  lifeBeyond: 'Sa vie hors du projet', newcomers: 'Ce qu’un nouveau venu doit savoir', date: 'Date', startsAt: 'Début', endsAt: 'Fin', mode: 'Mode', place: 'Lieu', link: 'Lien', purpose: 'Objet', account: 'Compte rendu',
  nextOn: 'Prochaine date', nextAt: 'Prochaine heure', sessionId: 'Séance', minutes: 'Durée', morning: 'Matin', afternoon: 'Après-midi', adoption: 'Adoption', agreed: 'Convenu', reviewOn: 'À revoir le',
  disagreementId: 'Désaccord', statement: 'Position', funder: 'Financeur', contract: 'Convention', grantedMinutes: 'Temps accordé', minutesPerDay: 'Minutes par jour', openingMinutes: 'Déjà consommé', dayRateCents: 'Prix du jour, en centimes',
  overrun: 'Dépassement', envelopeId: 'Enveloppe', kindId: 'Nature', code: 'Sorte', isEligible: 'Éligible', justification: 'Justification', sha256: 'Empreinte', addedAt: 'Jointe le',
};
