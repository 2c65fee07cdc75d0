// The example's eight sessions: minutes, decisions, actions, who was there.
import type { OrganisationKey, PersonKey } from './story.ts';

type Presence = 'present' | 'excused' | 'absent' | 'morning';
export type ExampleSession = {
  readonly date: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly mode: 'onsite' | 'remote' | 'hybrid';
  readonly place: string;
  readonly phase: number;
  readonly status: 'held' | 'planned';
  readonly title: string;
  readonly purpose: string;
  readonly account: string;
  readonly nextOn: string | null;
  readonly agenda: readonly (readonly [string, number])[];
  readonly who: Readonly<Partial<Record<PersonKey, Presence>>>;
  readonly decisions: readonly (readonly [string, string])[];
  readonly actions: readonly {
    readonly title: string;
    readonly person: PersonKey | null;
    readonly organisation: OrganisationKey | null;
    readonly dueOn: string | null;
    readonly doneOn: string | null;
  }[];
};

export const SESSIONS: readonly ExampleSession[] = [
  {
    date: '2026-02-05',
    startsAt: '09:00',
    endsAt: '12:30',
    mode: 'onsite',
    place: 'Relais du Val, Melun',
    phase: 1,
    status: 'held',
    nextOn: '2026-02-26',
    title: 'Pourquoi coopérer, pourquoi maintenant',
    purpose: 'Faire connaissance, dire ce qui a déclenché la démarche.',
    account:
      'Chaque structure raconte le dernier marché auquel elle n’a pas répondu. Trois raisons reviennent\u202f: un lot trop grand, un délai trop court, une compétence qui manque.\n\n**Ce qui a déclenché la démarche.** Un appel d’offres de la communauté d’agglomération, à l’automne, resté sans réponse de l’insertion.\n\n**Ce que chacun attend.** Le groupe demande du temps pour se connaître avant de parler de forme juridique.',
    agenda: [
      ['Accueil et tour de table', 30],
      ['Le marché auquel nous n’avons pas répondu', 75],
      ['Pause', 15],
      ['Ce que chacun attend', 60],
      ['Suite', 30],
    ],
    who: { ferrand: 'present', diallo: 'present', morel: 'present', lopes: 'present', kone: 'present', bernard: 'present' },
    decisions: [['Se réunir une fois par mois, à tour de rôle chez chaque structure.', 'Adoptée par tous.']],
    actions: [
      {
        title: 'Inviter La Boucle à la prochaine séance',
        person: 'morel',
        organisation: 'chantiers',
        dueOn: '2026-02-20',
        doneOn: '2026-02-16',
      },
      {
        title: 'Rassembler les appels d’offres de 2025 restés sans réponse',
        person: 'bernard',
        organisation: 'ge',
        dueOn: '2026-02-24',
        doneOn: '2026-02-24',
      },
    ],
  },
  {
    date: '2026-02-26',
    startsAt: '09:00',
    endsAt: '12:30',
    mode: 'onsite',
    place: 'Chantiers des Deux Rives, Dammarie-les-Lys',
    phase: 1,
    status: 'held',
    nextOn: '2026-03-12',
    title: 'Ce que chacun espère, ce que chacun craint',
    purpose: 'Nommer les attentes et les craintes avant d’écrire un objectif.',
    account:
      'Chacun écrit seul ses craintes, puis un autre les lit.\n\n- perdre ses propres clients\n- une fusion décidée ailleurs\n- du temps de direction sans fin\n- des salariés en insertion déplacés loin de chez eux\n\n**Valeurs.** Quatre mots sont communs\u202f: parcours, qualité, proximité, parole tenue. Deux restent propres\u202f: l’atelier adapté tient à la stabilité des postes, la ressourcerie au réemploi.',
    agenda: [
      ['Retour sur la séance 1', 20],
      ['Craintes et espoirs', 80],
      ['Pause', 15],
      ['Valeurs communes, valeurs propres', 75],
      ['Suite', 20],
    ],
    who: {
      ferrand: 'present',
      morel: 'present',
      roux: 'present',
      lopes: 'present',
      kone: 'present',
      bernard: 'excused',
      haddad: 'present',
      vidal: 'present',
    },
    decisions: [['Les équipes seront informées de la même façon, la même semaine, dans chaque structure.', 'Adoptée par tous.']],
    actions: [
      {
        title: 'Écrire le message commun aux équipes',
        person: 'lopes',
        organisation: 'atelier',
        dueOn: '2026-03-06',
        doneOn: '2026-03-05',
      },
      {
        title: 'Proposer un brouillon d’objectif par structure',
        person: null,
        organisation: null,
        dueOn: '2026-03-10',
        doneOn: '2026-03-11',
      },
    ],
  },
  {
    date: '2026-03-12',
    startsAt: '14:00',
    endsAt: '17:30',
    mode: 'hybrid',
    place: 'Atelier du Pont, Melun, et visio',
    phase: 1,
    status: 'held',
    nextOn: '2026-04-02',
    title: 'Un objectif commun en une phrase',
    purpose: 'Croiser les brouillons et écrire ensemble la phrase.',
    account:
      'Cinq brouillons sont affichés. Le groupe entoure les mots présents partout, puis écrit.\n\n> D’ici décembre 2027, répondre ensemble à trois marchés publics du sud du département et en obtenir un, en gardant à chaque structure le recrutement et l’accompagnement de ses salariés.\n\nLa phrase passe les cinq épreuves. Elle sera soumise à chaque conseil.',
    agenda: [
      ['Lecture des brouillons', 45],
      ['Mots communs', 45],
      ['Pause', 15],
      ['Écriture', 75],
      ['Cinq épreuves', 30],
    ],
    who: {
      ferrand: 'present',
      diallo: 'excused',
      morel: 'present',
      lopes: 'present',
      petit: 'present',
      kone: 'present',
      bernard: 'present',
      haddad: 'absent',
    },
    decisions: [['L’objectif commun est arrêté dans sa rédaction du 12 mars.', 'Adoptée par les présents, soumise aux conseils.']],
    actions: [
      {
        title: 'Porter l’objectif devant son conseil d’administration ou son associé',
        person: null,
        organisation: null,
        dueOn: '2026-04-15',
        doneOn: '2026-04-17',
      },
    ],
  },
  {
    date: '2026-04-02',
    startsAt: '09:00',
    endsAt: '12:30',
    mode: 'onsite',
    place: 'Atelier du Pont, Melun',
    phase: 2,
    status: 'held',
    nextOn: '2026-04-21',
    title: 'Enjeux de chaque structure',
    purpose: 'Dire ses enjeux à deux ans, repérer ceux qui se partagent.',
    account:
      'Chaque structure présente en dix minutes ses enjeux à deux ans. Trois reviennent chez toutes\u202f: répondre à des marchés plus gros sans se perdre, garder les encadrants, rendre l’offre lisible pour les acheteurs publics.\n\n**Ce qui se partage.** Les coûts de revient ne se comparent pas encore\u202f: chacun compte les aides autrement. Chantiers des Deux Rives propose une grille, acceptée sur le principe.\n\n**Ce qui reste propre à chacun.** Le recrutement et l’accompagnement socioprofessionnel, dits par tous comme le cœur du métier.',
    agenda: [
      ['Accueil, où en est-on\u202f?', 15],
      ['Six fois dix minutes', 75],
      ['Pause', 15],
      ['Enjeux partagés', 75],
      ['Décisions et suite', 30],
    ],
    who: {
      ferrand: 'present',
      diallo: 'present',
      morel: 'present',
      lopes: 'present',
      petit: 'present',
      kone: 'present',
      bernard: 'present',
      haddad: 'excused',
      roy: 'morning',
    },
    decisions: [
      ['Comparer les coûts sur la même base, hors aides.', 'Adoptée par tous les présents.'],
      ['Rouvrir la phrase d’objectif\u202f: La Boucle, arrivée depuis, doit pouvoir l’amender.', 'Adoptée par tous les présents.'],
    ],
    actions: [
      { title: 'Envoyer la grille de coûts', person: 'morel', organisation: 'chantiers', dueOn: '2026-04-14', doneOn: '2026-04-13' },
      { title: 'Consulter les représentants du personnel', person: 'lopes', organisation: 'atelier', dueOn: '2026-04-30', doneOn: null },
    ],
  },
  {
    date: '2026-04-21',
    startsAt: '09:00',
    endsAt: '17:00',
    mode: 'onsite',
    place: 'GE Solidarités 77, Vaux-le-Pénil',
    phase: 2,
    status: 'held',
    nextOn: '2026-05-12',
    title: 'Croiser les coûts et les forces',
    purpose: 'Lire ensemble les grilles, croiser forces et faiblesses.',
    account:
      'Matin\u202f: lecture des grilles de coûts, agrégées par type de prestation. Aucun chiffre individuel n’est projeté.\n\nAprès-midi\u202f: forces et faiblesses croisées.\n\n1. Forces du collectif\u202f: six métiers, une même exigence de parcours.\n2. Faiblesses\u202f: pas de réponse écrite sous quinze jours, pas de téléphone unique.\n3. Occasion\u202f: le renouvellement des marchés d’entretien en 2027.\n\nLa phrase d’objectif est complétée par le réemploi, à la demande de La Boucle, et approuvée de nouveau.',
    agenda: [
      ['Lecture des grilles', 120],
      ['Pause', 15],
      ['Questions', 45],
      ['Déjeuner', 75],
      ['Forces et faiblesses croisées', 120],
      ['Objectif, seconde lecture', 45],
    ],
    who: {
      ferrand: 'present',
      diallo: 'morning',
      morel: 'present',
      lopes: 'present',
      kone: 'present',
      bernard: 'present',
      haddad: 'present',
      vidal: 'present',
    },
    decisions: [
      ['L’objectif commun, complété par le réemploi, est approuvé.', 'Adoptée par tous.'],
      ['Les chiffres individuels ne sont connus que de l’accompagnatrice et de leur structure.', 'Adoptée par tous.'],
    ],
    actions: [
      {
        title: 'Inviter un acheteur public à la séance 6',
        person: 'ferrand',
        organisation: 'relais',
        dueOn: '2026-05-04',
        doneOn: '2026-04-29',
      },
      { title: 'Compléter la grille de La Boucle', person: 'haddad', organisation: 'boucle', dueOn: '2026-05-08', doneOn: '2026-05-08' },
    ],
  },
  {
    date: '2026-05-12',
    startsAt: '09:00',
    endsAt: '12:30',
    mode: 'onsite',
    place: 'Communauté d’agglomération, Melun',
    phase: 2,
    status: 'held',
    nextOn: '2026-06-04',
    title: 'Regards d’acheteurs publics',
    purpose: 'Entendre ce qu’un acheteur attend d’une offre commune.',
    account:
      'Paul Roy présente le calendrier des marchés de 2027\u202f: espaces verts, propreté des locaux, réemploi du mobilier.\n\n**Ce qu’il attend.** Un seul interlocuteur, une réponse sous dix jours, un mémoire technique commun.\n\n**Ce qu’il ne demande pas.** Une structure nouvelle\u202f: un groupement momentané lui suffit.',
    agenda: [
      ['Présentation des marchés', 60],
      ['Questions', 45],
      ['Pause', 15],
      ['Ce que nous en retenons', 60],
      ['Suite', 30],
    ],
    who: {
      ferrand: 'present',
      morel: 'excused',
      roux: 'present',
      lopes: 'present',
      kone: 'present',
      bernard: 'present',
      haddad: 'present',
      roy: 'present',
    },
    decisions: [['Préparer une réponse d’essai sur le lot « réemploi du mobilier ».', 'Adoptée par tous.']],
    actions: [
      {
        title: 'Écrire la trame du mémoire technique commun',
        person: 'bernard',
        organisation: 'ge',
        dueOn: '2026-06-01',
        doneOn: '2026-06-02',
      },
      {
        title: 'Demander à l’expert-comptable un avis sur la TVA entre membres',
        person: 'kone',
        organisation: 'mains',
        dueOn: '2026-06-12',
        doneOn: null,
      },
    ],
  },
  {
    date: '2026-06-04',
    startsAt: '09:00',
    endsAt: '12:30',
    mode: 'onsite',
    place: 'La Boucle, Moissy-Cramayel',
    phase: 3,
    status: 'held',
    nextOn: '2026-07-02',
    title: 'Qui décide, qui répond, qui facture',
    purpose: 'Poser la règle de décision et le rôle de coordination.',
    account:
      'Trois scénarios sont comparés, du plus léger au plus engageant. Le groupe choisit de commencer par une **convention de coopération** et un groupement momentané pour le lot d’essai.\n\n**Décision.** Une voix par structure\u202f; un désaccord revient à la séance suivante avant tout vote.\n\n**Coordination.** Le groupement d’employeurs la tient pendant l’essai, deux jours par mois, partagés au prorata des heures facturées.',
    agenda: [
      ['Où en est-on\u202f?', 15],
      ['Trois scénarios', 75],
      ['Pause', 15],
      ['Règle de décision', 60],
      ['Coordination', 45],
    ],
    who: {
      ferrand: 'present',
      morel: 'present',
      lopes: 'present',
      petit: 'present',
      kone: 'present',
      bernard: 'present',
      haddad: 'present',
      vidal: 'excused',
    },
    decisions: [
      ['Une voix par structure\u202f; un désaccord est relu à la séance suivante avant tout vote.', 'Adoptée par tous.'],
      ['Le groupement d’employeurs coordonne pendant l’essai.', 'Adoptée, une abstention.'],
    ],
    actions: [
      {
        title: 'Rédiger l’article « règlement des désaccords » de la charte',
        person: 'ferrand',
        organisation: 'relais',
        dueOn: '2026-06-24',
        doneOn: null,
      },
      { title: 'Relire la convention avec chaque conseil', person: null, organisation: null, dueOn: '2026-06-30', doneOn: null },
      {
        title: 'Tenir un registre des temps de coordination',
        person: 'bernard',
        organisation: 'ge',
        dueOn: '2026-06-15',
        doneOn: '2026-06-15',
      },
    ],
  },
  {
    date: '2026-07-02',
    startsAt: '09:00',
    endsAt: '12:30',
    mode: 'onsite',
    place: 'Mains Libres Services, Savigny-le-Temple',
    phase: 4,
    status: 'planned',
    nextOn: null,
    title: 'Charte, premier essai et suite',
    purpose: 'Relire la charte à voix haute, caler l’essai, dire qui anime la suite.',
    account: '',
    agenda: [
      ['Lecture de la charte', 60],
      ['Calendrier de l’essai', 45],
      ['Pause', 15],
      ['Qui anime la suite', 45],
      ['Bilan', 45],
    ],
    who: {},
    decisions: [],
    actions: [],
  },
];
