import { catalogue } from './messages.ts'

/** The words of what goes along with a dossier: the page that checks it without a network, and what to read first. */
export const offlineMessages = catalogue(
  {
    title: 'Controleer een verklaring, zonder internet',
    lead: 'Kies het JSON-bestand uit dit dossier. Deze pagina rekent alles na op je eigen computer: er gaat niets over het internet.',
    choose: 'Kies het JSON-bestand',
    whole: 'Alles klopt',
    wholeText: 'Dit is precies wat is vastgelegd, met de handtekeningen die erbij horen.',
    changed: 'Hier klopt iets niet',
    changedText: 'Vertrouw dit bestand niet. Vraag de begeleider of een partner om het oorspronkelijke.',
    unreadable: 'Dit is geen JSON-bestand van een verklaring, of het is beschadigd.',
    tooOld: 'Deze browser kan niet rekenen met handtekeningen. Open de pagina in een nieuwere.',
    file: 'Bestand:',
    yes: 'ja',
    no: 'nee',
    good: 'geldig',
    bad: 'niet geldig',
    checked: 'Wat is nagerekend',
    canonical: 'Staat het bestand tot op het teken zoals het is gemaakt?',
    statementHash: 'Hoort de tekst bij het controlegetal?',
    boardHash: 'Hoort de verklaring bij het vastgelegde bord?',
    seal: 'Is de verzegeling heel?',
    places: 'Is bij elke partner bekend wie er moeten tekenen?',
    standing: 'Hoe de partners ervoor staan',
    signedOf: '{0} van {1} ondertekend',
    trail: 'Is de keten van gebeurtenissen heel?',
    trailBroken: 'Is de keten van gebeurtenissen heel? Zij breekt bij nummer {0}.',
    statement: 'De verklaring',
    network: 'Netwerk',
    version: 'Versie',
    hash: 'Controlegetal van de tekst (SHA-256)',
    fingerprint: 'Vingerafdruk van het certificaat waarmee is verzegeld (SHA-256)',
    signatures: 'Wie reageerde',
    partner: 'Partner',
    who: 'Naam en functie',
    decision: 'Besluit',
    key: 'Sleutel',
    signature: 'Handtekening',
    signs: 'ondertekent',
    declines: 'ondertekent niet',
    withdraws: 'trekt terug wat eerder is verklaard',
    cannot: 'Wat deze pagina niet kan zien',
    cannotMandate:
      'Of wie tekende dat namens de organisatie mocht. Daarvoor staat een mens met naam en functie.',
    cannotMaker:
      'Of het certificaat echt van de installatie is. Vergelijk de vingerafdruk met die op de site waar de verklaring is gemaakt, bij Controleer.',
    cannotPdf:
      'De verzegeling van de pdf. Die toont een pdf-programma dat handtekeningen kent, en de site bij Controleer.',
    cannotLater: 'Of er daarna nog iemand tekende: vraag om een nieuwer bestand.',
    readme: 'LEESMIJ.txt',
    page: 'controleer.html',
    certificate: 'certificaat.pem',
    readmeText: (network: string, version: string, address: string, files: string, fingerprint: string) =>
      `DOSSIER VAN DE GEZAMENLIJKE VERKLARING
${network}
${version}

Wat zit erin?
${files}

Klopt het nog?
1. Open controleer.html in een browser. Internet is niet nodig.
2. Kies het JSON-bestand uit deze map.
3. De pagina rekent na of de tekst, het bord, de handtekeningen en de keten
   van gebeurtenissen nog precies zijn zoals ze zijn vastgelegd.

Of, met internet: ga naar ${address} en kies de pdf of het JSON-bestand.

Wat telt, is de pdf en het JSON-bestand: die zijn verzegeld. De andere
bestanden zijn kopieën om mee te werken; die kan iedereen veranderen.

Vingerafdruk van het certificaat (SHA-256):
${fingerprint}

Bewaar dit dossier als geheel.
`,
    pdfIs: 'de verklaring, om te lezen en te drukken (verzegeld)',
    jsonIs: 'alles als gegevens, om na te rekenen en terug te halen (verzegeld)',
    docxIs: 'de verklaring voor Word',
    odtIs: 'de verklaring voor LibreOffice',
    mdIs: 'de verklaring als platte tekst',
    csvIs: 'alle briefjes als tabel',
    svgIs: 'het mozaïek als tekening',
    pngIs: 'het mozaïek als plaatje',
    schemaIs: 'wat er in het JSON-bestand staat, voor programmeurs',
    pageIs: 'rekent het JSON-bestand na, zonder internet',
    certificateIs: 'het certificaat waarmee is verzegeld',
  },
  {
    title: 'Check a statement, without the internet',
    lead: 'Choose the JSON file of this dossier. This page reckons everything again on your own computer: nothing goes over the internet.',
    choose: 'Choose the JSON file',
    whole: 'Everything holds',
    wholeText: 'This is exactly what was fixed, with the signatures that belong to it.',
    changed: 'Something does not hold here',
    changedText: 'Do not trust this file. Ask the facilitator or a partner for the original one.',
    unreadable: 'This is no JSON file of a statement, or it is damaged.',
    tooOld: 'This browser can not reckon with signatures. Open the page in a newer one.',
    file: 'File:',
    yes: 'yes',
    no: 'no',
    good: 'holds',
    bad: 'does not hold',
    checked: 'What was reckoned again',
    canonical: 'Does the file stand to the letter as it was made?',
    statementHash: 'Does the text belong to the fingerprint?',
    boardHash: 'Does the statement belong to the fixed board?',
    seal: 'Is the seal whole?',
    places: 'Is it known of each partner who are to sign?',
    standing: 'How the partners stand',
    signedOf: '{0} of {1} signed',
    trail: 'Is the chain of events whole?',
    trailBroken: 'Is the chain of events whole? It breaks at number {0}.',
    statement: 'The statement',
    network: 'Network',
    version: 'Version',
    hash: 'Fingerprint of the text (SHA-256)',
    fingerprint: 'Fingerprint of the certificate that it was sealed with (SHA-256)',
    signatures: 'Who answered',
    partner: 'Partner',
    who: 'Name and function',
    decision: 'Decision',
    key: 'Key',
    signature: 'Signature',
    signs: 'signs',
    declines: 'does not sign',
    withdraws: 'takes back what was declared before',
    cannot: 'What this page can not see',
    cannotMandate:
      'Whether who signed was allowed to for the organisation. A person stands for that with name and function.',
    cannotMaker:
      'Whether the certificate really is of the installation. Compare its fingerprint with the one on the site where the statement was made, at Check.',
    cannotPdf: 'The seal of the PDF. A PDF program that knows signatures shows it, and the site at Check.',
    cannotLater: 'Whether somebody signed after that: ask for a newer file.',
    readme: 'README.txt',
    page: 'check.html',
    certificate: 'certificate.pem',
    readmeText: (network: string, version: string, address: string, files: string, fingerprint: string) =>
      `DOSSIER OF THE JOINT STATEMENT
${network}
${version}

What is in it?
${files}

Does it still hold?
1. Open check.html in a browser. The internet is not needed.
2. Choose the JSON file of this folder.
3. The page reckons again whether the text, the board, the signatures and the
   chain of events are still exactly as they were fixed.

Or, with the internet: go to ${address} and choose the PDF or the JSON file.

What counts is the PDF and the JSON file: those are sealed. The other files are
copies to work with; anybody can change those.

Fingerprint of the certificate (SHA-256):
${fingerprint}

Keep this dossier as a whole.
`,
    pdfIs: 'the statement, to read and print (sealed)',
    jsonIs: 'everything as data, to check and to bring back (sealed)',
    docxIs: 'the statement for Word',
    odtIs: 'the statement for LibreOffice',
    mdIs: 'the statement as plain text',
    csvIs: 'all notes as a table',
    svgIs: 'the mosaic as a drawing',
    pngIs: 'the mosaic as a picture',
    schemaIs: 'what is in the JSON file, for programmers',
    pageIs: 'checks the JSON file without the internet',
    certificateIs: 'the certificate that it was sealed with',
  },
)
