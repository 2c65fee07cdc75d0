// French texts of the head of the documents, and of the profile from which it is taken.
export const logos = {
  title: 'En-tête des documents',
  about: 'Ce qui figure en tête de chaque PDF\u202f: vos coordonnées, votre logo, ceux de qui finance.',
  letterheadEmpty: 'Donner adresse, téléphone, courriel, SIRET',
  none: 'Aucun logo.',
  kinds: 'PNG, JPEG ou SVG',
  pictures: 'Images',
  chooseTitle: 'Choisir un logo',
  addFirm: 'Ajouter votre logo…',
  addFunder: 'Ajouter le logo d’un financeur…',
  takeOwn: 'Reprendre celui de votre profil',
  ofFirm: 'Logo de votre structure',
  ofFunder: (name: string) => `Logo de financeur\u202f: ${name}`,
  name: 'De qui est ce logo',
  added: 'Logo ajouté.',
  remove: (name: string) => `Retirer le logo ${name}`,
  removed: (name: string) => `Logo retiré\u202f: ${name}`,
  toHead: 'En-tête et logos',
};

export const profile = {
  open: 'Votre profil…',
  title: 'Votre profil',
  about:
    'Vos prochains accompagnements et leurs documents commencent par ceci. Ceux qui existent gardent leur en-tête\u202f: il se change dans «\u202fCadre et phases\u202f».',
  letterhead: 'Coordonnées',
  letterheadHint: 'Une ligne sous le nom\u202f: adresse, téléphone, SIRET.',
  logo: 'Logo de votre structure',
  noLogo: 'Aucun logo.',
  chooseLogo: 'Choisir un logo…',
  changeLogo: 'Changer de logo…',
  removeLogo: 'Retirer le logo',
  save: 'Enregistrer',
  saved: 'Profil enregistré.',
};
