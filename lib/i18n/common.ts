import { catalogue } from './messages.ts'

export const commonMessages = catalogue(
  {
    product: 'Mozaïekbord',
    toContent: 'Naar de inhoud',
    switchLanguage: 'English',
    credit:
      'Naar: Meer bereiken met organisatienetwerken, Platform31 (april 2023). De teksten zijn een eigen bewerking.',
  },
  {
    product: 'Mozaïekbord',
    toContent: 'Skip to content',
    switchLanguage: 'Nederlands',
    credit: 'After Meer bereiken met organisatienetwerken, Platform31 (April 2023). The wording is our own.',
  },
)
