import { catalogue } from './messages.ts'

export const commonMessages = catalogue(
  {
    product: 'Mozaïekbord',
    about: 'Van losse briefjes naar één ondertekende netwerkverklaring.',
    toContent: 'Naar de inhoud',
    switchLanguage: 'English',
    close: 'Sluit',
    credit:
      'Naar: Meer bereiken met organisatienetwerken, Platform31 (april 2023). De teksten zijn een eigen bewerking.',
    notFound: 'Deze pagina is er niet',
    notFoundText: 'Misschien is de link niet heel overgekomen. Vraag de begeleider om een nieuwe.',
    failure: 'Er ging iets mis',
    failureText: 'Wat al op het bord stond, is bewaard. Probeer het nog eens.',
    reference: (code: string) => `Meld je het? Noem dan nummer ${code}.`,
    retry: 'Probeer opnieuw',
    toStart: 'Naar het begin',
  },
  {
    product: 'Mozaïekbord',
    about: 'From loose sticky notes to one signed network statement.',
    toContent: 'Skip to content',
    switchLanguage: 'Nederlands',
    close: 'Close',
    credit: 'After Meer bereiken met organisatienetwerken, Platform31 (April 2023). The wording is our own.',
    notFound: 'This page is not here',
    notFoundText: 'Perhaps the link did not come across whole. Ask the facilitator for a new one.',
    failure: 'Something went wrong',
    failureText: 'What was on the board is safe. Try again.',
    reference: (code: string) => `Reporting this? Mention number ${code}.`,
    retry: 'Try again',
    toStart: 'To the start',
  },
)
