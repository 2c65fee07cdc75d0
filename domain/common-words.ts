// What is tried before anything else when a passphrase is guessed.

/** Among the most frequent passwords and words of them, in French and English; without accents. Our own list, at least five letters each. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `password motdepasse azerty azertyuiop qwerty qwertyuiop admin administrateur bonjour bonsoir coucou salut soleil doudou loulou chouchou
  chocolat amour jetaime jtaime bienvenue welcome hello iloveyou princess princesse dragon monkey football basket rugby tennis marseille paris
  france lyon bordeaux toulouse nantes lille bretagne nicolas julien thomas camille marie pierre caroline sandrine isabelle nathalie
  catherine charlotte michel philippe alexandre sebastien maxime vincent antoine olivier patrick laurent valentin chaton minou mouse
  secret secrete sesame maison famille enfants vacances printemps automne hiver janvier fevrier avril juillet aout septembre octobre novembre
  decembre lundi mardi mercredi jeudi vendredi samedi dimanche orange citron fraise tigre panda lapin cheval licorne pokemon superman batman
  starwars computer ordinateur internet office service direction association structure collectif reunion projet travail bureau equipe argent
  letmein master shadow sunshine summer winter spring autumn freedom whatever flower cookie pepper ginger jordan michael jessica charlie trustno
  access private confidentiel carnet tierce dossier fichier phrase secours`.split(/\s+/),
);
