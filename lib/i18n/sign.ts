import { catalogue } from './messages.ts'

export const signMessages = catalogue(
  {
    title: 'Onderteken de gezamenlijke verklaring',
    loading: 'De verklaring komt eraan …',
    wrongLink: 'Deze link klopt niet',
    wrongLinkText:
      'Kijk of je de hele link hebt overgenomen. Lukt het niet? Vraag de begeleider om een nieuwe.',
    failed: 'De verklaring kon niet worden opgehaald',
    retry: 'Probeer het opnieuw',
    forPartner: (partner: string) => `Je leest en ondertekent namens ${partner}.`,
    version: (version: number, date: string) => `Versie ${version}, vastgelegd op ${date}`,
    definition: 'Onze opgave',
    hashRight: 'Je browser heeft de tekst nagerekend: dit is precies de vastgelegde versie.',
    hashWrong: 'De tekst hoort niet bij de vastgelegde versie. Onderteken niet en waarschuw de begeleider.',
    hashDetail: 'Controlegetal (SHA-256)',
    former: 'Volgt op de verklaring met controlegetal',
    insecure: 'Op dit adres kun je lezen, maar nog niet ondertekenen',
    insecureText:
      'Je browser zet een handtekening alleen op een beveiligde pagina: een adres dat met https begint. Het adres van deze link begint met http. Vraag de begeleider om een link die met https begint. Je hebt nog niets getekend.',
    yourSignature: 'Jouw handtekening',
    name: 'Je naam',
    function: 'Je functie',
    required: 'Vul dit in.',
    sign: (partner: string) => `Onderteken namens ${partner}`,
    signOnce: 'Ondertekenen kun je één keer doen en niet terugdraaien.',
    declineInstead: 'Wij ondertekenen niet',
    declineReason: 'Waarom ondertekenen jullie niet?',
    declineHint: 'De reden komt bij de verklaring te staan, leesbaar voor iedereen.',
    decline: (partner: string) => `Onderteken niet namens ${partner}`,
    back: 'Toch ondertekenen',
    confirmSign: 'Onderteken je deze verklaring?',
    confirmSignText: (name: string, partner: string) =>
      `${name} ondertekent namens ${partner}. Dit gebeurt één keer en is niet terug te draaien.`,
    confirmDecline: 'Weet je zeker dat jullie niet ondertekenen?',
    confirmDeclineText: (name: string, partner: string) =>
      `${name} laat namens ${partner} weten niet te ondertekenen. Dit gebeurt één keer en is niet terug te draaien.`,
    cancel: 'Nog niet',
    signedTitle: 'Ondertekend',
    signedText: (name: string, role: string, partner: string, date: string) =>
      `${name}, ${role}, ondertekende namens ${partner} op ${date}.`,
    declinedTitle: 'Niet ondertekend',
    declinedText: (name: string, role: string, partner: string, date: string) =>
      `${name}, ${role}, liet namens ${partner} op ${date} weten niet te ondertekenen.`,
    next: 'Je hoeft niets meer te doen. Als alle partners hebben gereageerd, deelt de begeleider de verklaring als pdf.',
  },
  {
    title: 'Sign the joint statement',
    loading: 'The statement is on its way …',
    wrongLink: 'This link is not right',
    wrongLinkText:
      'See whether you copied the whole link. Still not working? Ask the facilitator for a new one.',
    failed: 'The statement could not be fetched',
    retry: 'Try again',
    forPartner: (partner: string) => `You read and sign on behalf of ${partner}.`,
    version: (version: number, date: string) => `Version ${version}, fixed on ${date}`,
    definition: 'Our challenge',
    hashRight: 'Your browser checked the text: this is exactly the fixed version.',
    hashWrong: 'The text does not belong to the fixed version. Do not sign, and warn the facilitator.',
    hashDetail: 'Fingerprint (SHA-256)',
    former: 'Follows the statement with fingerprint',
    insecure: 'At this address you can read, but not sign yet',
    insecureText:
      'Your browser makes a signature on a secure page only: an address that begins with https. The address of this link begins with http. Ask the facilitator for a link that begins with https. You have not signed anything yet.',
    yourSignature: 'Your signature',
    name: 'Your name',
    function: 'Your position',
    required: 'Fill this in.',
    sign: (partner: string) => `Sign on behalf of ${partner}`,
    signOnce: 'You can sign once, and not take it back.',
    declineInstead: 'We do not sign',
    declineReason: 'Why do you not sign?',
    declineHint: 'The reason is shown with the statement, for everybody to read.',
    decline: (partner: string) => `Do not sign on behalf of ${partner}`,
    back: 'Sign after all',
    confirmSign: 'Do you sign this statement?',
    confirmSignText: (name: string, partner: string) =>
      `${name} signs on behalf of ${partner}. This happens once and cannot be undone.`,
    confirmDecline: 'Are you sure that you do not sign?',
    confirmDeclineText: (name: string, partner: string) =>
      `${name} declares on behalf of ${partner} not to sign. This happens once and cannot be undone.`,
    cancel: 'Not yet',
    signedTitle: 'Signed',
    signedText: (name: string, role: string, partner: string, date: string) =>
      `${name}, ${role}, signed on behalf of ${partner} on ${date}.`,
    declinedTitle: 'Not signed',
    declinedText: (name: string, role: string, partner: string, date: string) =>
      `${name}, ${role}, declared on behalf of ${partner} on ${date} not to sign.`,
    next: 'There is nothing more for you to do. Once all partners have answered, the facilitator shares the statement as a PDF.',
  },
)
