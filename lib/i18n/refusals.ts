import { catalogue } from './messages.ts'

const again = 'Je tekst is bewaard op dit apparaat. Probeer het nog eens.'
const againEn = 'Your text is kept on this device. Please try again.'

/** What a refusal tells a person: what happened, what is safe, what to do. Keyed by the codes of `lib/protocol/refusals.ts`. */
export const refusalMessages = catalogue(
  {
    offline:
      'Er is geen verbinding. Wat je schreef is bewaard op dit apparaat en gaat mee zodra de verbinding terug is.',
    'malformed-update': again,
    'missing-dependency': again,
    'unknown-root': again,
    'unknown-field': again,
    'wrong-value': again,
    'fixed-field': 'Dit kan niet veranderd worden.',
    'incomplete-entry': again,
    'entry-exists': again,
    'entry-deleted': 'Dit kan alleen naar de prullenbak, niet helemaal weg.',
    'not-the-sender': 'Dit kan alleen onder je eigen naam.',
    'text-too-long': 'Deze tekst is te lang. Maak hem korter of verdeel hem over twee briefjes.',
    'too-many-notes': 'Van jou hangen er al 300 briefjes. Werk een briefje bij dat er al hangt.',
    'too-many-entries': 'Hiervan heb je er al zo veel als er mogen zijn. Werk iets bij dat er al staat.',
    'unknown-note': 'Dit briefje is er niet.',
    'one-tile':
      'Cement legt een verband tussen twee verschillende bouwstenen. Kies een briefje van een andere.',
    'foreign-client': again,
    'role-forbids': 'Dit mag jij in deze sessie niet doen. Vraag het de begeleider.',
    'phase-forbids': 'Dit kan niet in de fase waarin jullie nu zijn.',
    'not-yours': 'Dit is van iemand anders. Alleen die persoon of de begeleider mag dit.',
    'desks-in-use':
      'Nu schrijft iedereen eerst voor zichzelf, op het eigen bureau. Op het bord kan pas weer iets bij als de bureaus leeg zijn.',
    'desk-closed':
      'De briefjes van de bureaus liggen al op het bord. Wat je net nog schreef is bewaard op dit apparaat.',
    'vote-under-way':
      'Er wordt nu gestemd. De voorstellen liggen vast tot de uitslag er is. Wat je net schreef is bewaard op dit apparaat.',
    'input-held': 'Even luisteren: schrijven wacht. Wat je begonnen was, blijft bewaard.',
    'tile-closed':
      'In deze stap komen nieuwe briefjes bij andere bouwstenen. Wat je net schreef is bewaard op dit apparaat.',
    'scribes-write':
      'In deze stap schrijft één iemand voor jouw tafel. Wat je net schreef is bewaard op dit apparaat.',
    'leads-write':
      'In deze stap schrijft alleen wie begeleidt. Wat je net schreef is bewaard op dit apparaat.',
    'orderers-move': 'In deze stap verplaatst alleen wie mag ordenen de briefjes.',
    'leads-move': 'In deze stap verplaatst alleen wie begeleidt de briefjes.',
    frozen: 'Dit is vastgelegd en kan niet meer veranderen. Wat je net schreef is bewaard op dit apparaat.',
    wiped:
      'De begeleider heeft alles gewist: jullie beginnen met een leeg bord. Wat je nog niet had verstuurd is bewaard op dit apparaat.',
    'too-large': 'Dit is te groot.',
    'too-many-clients':
      'Je hebt dit zo vaak opnieuw geopend dat je er niets meer bij kunt zetten. Doe op een ander apparaat mee met de code. Wat je net schreef is bewaard op dit apparaat.',
    'store-failed':
      'Het opslaan lukte niet. We proberen het vanzelf opnieuw; je tekst is bewaard op dit apparaat.',
    'invalid-json': 'Er ging iets mis bij het versturen. Laad de pagina opnieuw.',
    'invalid-request': 'Niet alles is goed ingevuld. Kijk het na en probeer het nog eens.',
    'unknown-session': 'Deze sessie bestaat niet of is verwijderd.',
    'not-found': 'Dit is er niet meer.',
    'no-identity': 'Je bent op dit apparaat nog niet in deze sessie. Doe mee met de code.',
    removed: 'De begeleider heeft je uit de sessie gehaald. Vraag de begeleider als dat niet klopt.',
    waiting: 'Je staat nog voor de deur. De begeleider laat je binnen.',
    'foreign-origin': 'Dit verzoek kwam van een andere website en is geweigerd.',
    'name-taken': 'Zo heet hier al iemand. Zet er iets bij waaraan men jou herkent, zoals je achternaam.',
    'lead-stays':
      'Jij leidt deze sessie met de link die erbij hoort, en iemand moet dat doen. Laat een ander een nieuwe link maken en daarmee leiden, of vraag wie deze site beheert.',
    'wrong-code': 'Deze code kennen we niet. Kijk of elke letter klopt.',
    'session-expired': 'Deze code is verlopen. Vraag de begeleider om een nieuwe.',
    'session-full': 'De sessie is vol. Vraag de begeleider om plaats te maken.',
    'wrong-secret': 'Deze begeleiderslink klopt niet. Gebruik de hele link.',
    'ballot-not-open': 'De stemming is gesloten.',
    'ballot-still-open': 'De stemming is nog niet klaar. Sluit haar en toon eerst de uitslag.',
    'ballot-open-already': 'Er loopt al een stemming. Rond die eerst af.',
    'voted-already': 'Deze stem is al uitgebracht en blijft zoals hij is.',
    'texts-changed':
      'De teksten van deze stemming zijn niet meer zoals ze vastlagen. Vraag hulp aan de beheerder.',
    'unknown-ballot': 'Deze stemming is er niet.',
    'no-partner': 'Hier stem of doe je mee namens een partner. Kies een partner uit de lijst.',
    'wrong-choice': 'Deze keuze past niet bij de stemming. Laad de pagina opnieuw.',
    'too-many-dots': 'Je hebt meer stippen geplaatst dan je hebt.',
    'reason-missing': 'Schrijf erbij waarom.',
    'too-many-drafts': 'Er zijn al 100 versies bewaard. Meer kan niet.',
    'unknown-thread': 'Deze opmerking is er niet meer.',
    'unknown-section': 'Dit onderdeel is er niet meer. Kijk wat er nu staat.',
    'text-changed': 'De tekst is net veranderd. Lees hem opnieuw en antwoord dan.',
    'empty-proposal': 'Een voorstel zonder tekst kan niet in stemming.',
    'promise-stands':
      'Er is beloofd dat het zonder naam is. Die belofte blijft staan tot de briefjes op het bord liggen.',
    'lay-out-waits':
      'Je kunt je eigen briefjes nu nog niet neerleggen. Dat gebeurt straks, voor iedereen tegelijk.',
    'too-many-texts': 'Je hebt al zo veel teksten doorgegeven. Kopieer deze, of vraag het de begeleider.',
    'wrong-step': 'Deze stap kan nu nog niet, of niet meer.',
    'programme-changed':
      'Iemand anders heeft het programma net veranderd. Kijk hoe het nu is en doe het nog eens.',
    'step-in-use': 'Jullie zijn nu in deze stap. Ga eerst naar een andere.',
    'unknown-step': 'Deze stap staat niet meer in het programma.',
    'made-up-people':
      'Er doen nog verzonnen deelnemers mee. Wis eerst de proef; pas daarna kan een verklaring vast komen te liggen.',
    'freeze-first': 'Leg eerst vast wat er is. Daarna kan deze stap.',
    'no-clock': 'Er loopt geen klok.',
    'check-not-open': 'Deze check is gesloten.',
    'check-open-already': 'Er staat al een check open. Sluit die eerst.',
    'check-still-open': 'Deze check staat nog open. Sluit hem eerst.',
    'unknown-check': 'Deze check is er niet.',
    'wrong-answer': 'Dit antwoord past niet bij deze check. Vul ten minste één vraag in.',
    'answered-already': 'Deze check is al ingevuld.',
    'too-many-checks': 'In deze sessie zijn al zo veel checks gedaan dat er geen meer bij kan.',
    'day-is-over': 'Deze dag is al voorbij. Kies een dag vanaf vandaag.',
    'no-tables': 'Er zijn nu geen tafels.',
    'in-a-line': 'Dit briefje ligt al in een lijn.',
    'device-full': 'Op dit apparaat staan al twaalf mensen. Vink er eerst een uit.',
    'too-long': 'Een klok loopt hoogstens acht uur.',
    'text-reopened':
      'De partners schrijven aan een nieuwe versie van deze tekst. Zodra die vaststaat, lees en teken je haar via deze zelfde link.',
    'not-frozen': 'Deze tekst is niet vastgelegd en kan dus niet ondertekend worden.',
    'former-changed': 'De vorige verklaring is niet meer zoals ze is getekend. Vraag hulp aan de beheerder.',
    'wrong-link': 'Deze link klopt niet. Vraag de begeleider om een nieuwe.',
    'signed-already':
      'Namens deze partner is al getekend of afgezien. Laad de pagina opnieuw om te zien door wie.',
    'nothing-to-withdraw':
      'Er is hier niets om terug te trekken. Laad de pagina opnieuw om te zien hoe het staat.',
    'signed-by-all':
      'Alle partners hebben getekend. De verklaring is rond; terugtrekken kan niet meer. Overleg met de partners.',
    'signing-closed': 'Het tekenen is afgesloten. Vraag de begeleider om het weer te openen.',
    'link-renewed':
      'Deze link geldt niet meer: de begeleider heeft een nieuwe gegeven, of vraagt iemand anders te tekenen. Zoek het nieuwste bericht op, of vraag de begeleider ernaar.',
    'no-address': 'Van deze ondertekenaar is geen mailadres bekend. Vul het eerst in.',
    'no-mail': 'Vanaf hier kan geen mail worden verstuurd. Geef de link zelf door.',
    'mailed-already':
      'Aan deze ondertekenaar is net al gemaild, of al heel vaak. Wacht even, of geef de link zelf door.',
    'answered-itself': 'Deze partner heeft hier zelf geantwoord. Dat verandert alleen de partner.',
    'signatories-changed':
      'Intussen is veranderd met hoeveel mensen jullie namens deze partner tekenen. Laad de pagina opnieuw, lees de zin en teken dan.',
    'too-many-signatories': 'Namens één partner tekenen hoogstens acht mensen.',
    'last-signatory': 'Elke partner heeft minstens één ondertekenaar. Geef deze een andere naam of link.',
    'declared-already':
      'Deze ondertekenaar heeft al getekend, afgezien of teruggetrokken, en blijft dus staan. Neemt iemand anders het over? Maak dan een nieuwe link.',
    'declared-often':
      'Namens deze partner is al te vaak getekend en teruggetrokken. Vraag de begeleider wat nu.',
    'wrong-signature': 'De handtekening klopt niet. Laad de pagina opnieuw en teken nog eens.',
    'sealed-elsewhere': 'Dit dossier is ergens anders verzegeld. Een verzegelde pdf ervan haal je daar.',
    archived: 'Deze sessie is teruggehaald om te lezen. Er kan niets in veranderen.',
    'no-dossier':
      'Dit is geen JSON-bestand van een verklaring. Kies het bestand dat je eerder met Alles als JSON ophaalde.',
    'no-certificate': 'Dit is geen certificaat. Kies een bestand dat eindigt op .pem, .cer of .crt.',
    'file-changed':
      'In dit bestand is iets veranderd. Daarom wordt het niet teruggehaald. Vraag om het oorspronkelijke bestand.',
    'no-session':
      'Dit bestand spreekt zichzelf tegen: er staat iets dubbel in, of meer dan in één sessie past. Daarom wordt het niet teruggehaald.',
    'no-typesetter': 'Op deze server kan dit bestand niet worden gemaakt. Haal de verklaring als JSON op.',
    'too-busy': 'Het is nu te druk. Probeer het over een minuut nog eens.',
    'too-slow': 'Het versturen duurde te lang. Probeer het op een snellere verbinding nog eens.',
    'too-many-sessions':
      'Er zijn hier net heel veel kick-offs begonnen. Probeer het over een kwartier nog eens; wat je hebt ingevuld blijft zolang staan.',
    'key-needed':
      'Hier begint alleen wie de sleutel heeft een kick-off. Je krijgt hem van wie deze site beheert.',
    'wrong-key': 'Deze sleutel klopt niet. Kijk of je hem helemaal hebt overgenomen.',
    'sign-in-needed':
      'Hier begint alleen wie is ingelogd een kick-off. Kies ‘Begin een kick-off’ en log in; wat je hebt ingevuld blijft staan.',
    'sign-in-unreachable':
      'Waar je inlogt geeft nu geen antwoord. Probeer het over een paar minuten nog eens, of vraag het wie deze site beheert.',
    'sign-in-denied': 'Je bent niet ingelogd: het inloggen is afgebroken of geweigerd.',
    'sign-in-not-allowed':
      'Je bent bekend, maar mag hier geen kick-off beginnen. Vraag wie deze site beheert om je dat recht te geven.',
    'sign-in-expired': 'Het inloggen duurde te lang. Log nog eens in.',
    'sign-in-strayed':
      'Dit inloggen hoort niet bij deze browser, of je deed het in twee tabbladen tegelijk. Log nog eens in.',
    'sign-in-failed':
      'Het inloggen klopte niet, daarom ben je niet ingelogd. Probeer het nog eens; gebeurt het weer, vertel het wie deze site beheert.',
    'installation-full':
      'Hier is geen plaats meer voor een nieuwe kick-off. Vraag wie deze site beheert om ruimte te maken.',
    internal: 'Er ging bij ons iets mis. Probeer het zo nog eens.',
  },
  {
    offline:
      'There is no connection. What you wrote is kept on this device and goes along once you are back.',
    'malformed-update': againEn,
    'missing-dependency': againEn,
    'unknown-root': againEn,
    'unknown-field': againEn,
    'wrong-value': againEn,
    'fixed-field': "This can't be changed.",
    'incomplete-entry': againEn,
    'entry-exists': againEn,
    'entry-deleted': 'This can go to the bin, but not disappear.',
    'not-the-sender': 'You can only do this under your own name.',
    'text-too-long': 'This text is too long. Shorten it or spread it over two notes.',
    'too-many-notes': 'You have put up 300 notes already. Add to one that is there.',
    'too-many-entries': 'You have as many of these as there may be. Add to one that is there.',
    'unknown-note': 'This note is not here.',
    'one-tile': 'Cement holds two different building blocks together. Choose a note of another one.',
    'foreign-client': againEn,
    'role-forbids': 'You may not do this in this session. Ask the facilitator.',
    'phase-forbids': "This can't be done in the present phase.",
    'not-yours': 'This is somebody else’s. Only they or the facilitator may do this.',
    'desks-in-use':
      'Everybody is writing on their own desk first. Notes can be put on the board again once the desks are empty.',
    'desk-closed':
      'The notes of the desks are on the board already. What you just wrote is kept on this device.',
    'vote-under-way':
      'A vote is under way. The proposals stay as they are until its result is known. What you just wrote is kept on this device.',
    'input-held': 'Let’s listen: writing waits. What you had begun is kept.',
    'tile-closed':
      'In this step new notes go to other building blocks. What you just wrote is kept on this device.',
    'scribes-write':
      'In this step one person writes for your table. What you just wrote is kept on this device.',
    'leads-write':
      'In this step who leads writes, and nobody else. What you just wrote is kept on this device.',
    'orderers-move': 'In this step only who may order moves the notes.',
    'leads-move': 'In this step only who leads moves the notes.',
    frozen: 'This is fixed and can no longer change. What you just wrote is kept on this device.',
    wiped:
      'The facilitator wiped everything: you begin with an empty board. What was not sent yet is kept on this device.',
    'too-large': 'This is too large.',
    'too-many-clients':
      'You have opened this anew so often that you can add nothing more to it. Join on another device with the code. What you just wrote is kept on this device.',
    'store-failed': 'Saving failed. We try again by ourselves; your text is kept on this device.',
    'invalid-json': 'Something went wrong on the way. Reload the page.',
    'invalid-request': 'Not everything is filled in well. Check it and try again.',
    'unknown-session': 'This session does not exist or was removed.',
    'not-found': 'This is no longer here.',
    'no-identity': 'You are not in this session on this device yet. Join with the code.',
    removed: 'The facilitator took you out of the session. Ask the facilitator if that is a mistake.',
    waiting: 'You are still at the door. The facilitator will let you in.',
    'foreign-origin': 'This request came from another website and was refused.',
    'name-taken':
      'Somebody here has that name already. Add something by which people know you, like your surname.',
    'lead-stays':
      'You lead this session by the link that belongs to it, and somebody has to. Have another make a new link and lead by it, or ask whoever runs this site.',
    'wrong-code': 'We do not know this code. Check every letter.',
    'session-expired': 'This code has expired. Ask the facilitator for a new one.',
    'session-full': 'The session is full. Ask the facilitator to make room.',
    'wrong-secret': 'This facilitator link is not right. Use the whole link.',
    'ballot-not-open': 'The vote is closed.',
    'ballot-still-open': 'The vote is not finished. Close it and show its result first.',
    'ballot-open-already': 'A vote is open already. Finish that one first.',
    'voted-already': 'This vote was cast already and stays as it is.',
    'texts-changed':
      'The texts of this vote are no longer as they were fixed. Ask whoever runs this installation for help.',
    'unknown-ballot': 'This vote is not here.',
    'no-partner': 'You take part here for a partner. Choose one from the list.',
    'wrong-choice': 'This choice does not fit the vote. Reload the page.',
    'too-many-dots': 'You placed more dots than you have.',
    'reason-missing': 'Add your reason.',
    'too-many-drafts': '100 versions are kept already. There is no room for more.',
    'unknown-thread': 'This comment is gone.',
    'unknown-section': 'This section is gone. See what stands there now.',
    'text-changed': 'The text has just changed. Read it again and answer then.',
    'empty-proposal': "A proposal without text can't be voted on.",
    'promise-stands': 'It was promised to be without names. That stands until the notes are on the board.',
    'lay-out-waits': 'You can’t lay out your own notes yet. That is done later, for everybody at once.',
    'too-many-texts': 'You have handed over so many texts already. Copy these, or ask the facilitator.',
    'wrong-step': 'This step is not possible yet, or no longer.',
    'programme-changed': 'Somebody else has just changed the programme. See how it is now and do it again.',
    'step-in-use': 'You are in this step now. Go to another one first.',
    'unknown-step': 'This step is no longer in the programme.',
    'made-up-people':
      'Made-up participants still take part. Wipe the rehearsal first; only then can a statement be fixed.',
    'freeze-first': 'Fix what is there first. This step is possible after that.',
    'no-clock': 'No clock is running.',
    'check-not-open': 'This check is closed.',
    'check-open-already': 'A check is open already. Close that one first.',
    'check-still-open': 'This check is still open. Close it first.',
    'unknown-check': 'This check is not there.',
    'wrong-answer': 'This answer does not fit this check. Answer at least one question.',
    'answered-already': 'This check was answered already.',
    'too-many-checks': 'So many checks were done in this session that no more can be added.',
    'day-is-over': 'This day is over. Choose a day from today on.',
    'no-tables': 'There are no tables now.',
    'in-a-line': 'This note lies in a line already.',
    'device-full': 'Twelve people share this device already. Untick one first.',
    'too-long': 'A clock runs for eight hours at most.',
    'text-reopened':
      'The partners are writing a new version of this text. Once it is fixed you read and sign it by this same link.',
    'not-frozen': "This text is not fixed, so it can't be signed.",
    'former-changed': 'The former statement is no longer as it was signed. Ask who runs this for help.',
    'wrong-link': 'This link is not right. Ask the facilitator for a new one.',
    'signed-already': 'This partner has already signed or declined.',
    'nothing-to-withdraw': 'There is nothing to withdraw here. Load the page again to see how things stand.',
    'signed-by-all':
      'All partners have signed. The statement is complete and nobody can withdraw any more. Talk to the partners.',
    'signing-closed': 'Signing is closed. Ask the facilitator to open it again.',
    'link-renewed':
      'This link no longer holds: the facilitator gave a new one. Look it up, or ask the facilitator.',
    'no-address': 'No e-mail address of this signatory is known. Fill it in first.',
    'no-mail': 'No mail can be sent from here. Hand over the link yourself.',
    'mailed-already':
      'This signatory was mailed a moment ago, or very often. Wait a little, or hand over the link yourself.',
    'answered-itself': 'This partner answered here itself. Only the partner changes that.',
    'signatories-changed':
      'Meanwhile it changed with how many you sign for this partner. Load the page again, read the sentence, then sign.',
    'too-many-signatories': 'At most eight people sign for one partner.',
    'last-signatory': 'Each partner has at least one signatory. Give this one another name or link.',
    'declared-already':
      'This signatory signed, declined or withdrew, and so stays. Does somebody else take over? Then make a new link.',
    'declared-often': 'This partner signed and withdrew too often. Ask the facilitator what to do.',
    'wrong-signature': 'The signature does not hold. Reload the page and sign again.',
    'sealed-elsewhere': 'This dossier was sealed elsewhere. A sealed PDF of it is had there.',
    archived: 'This session was brought back to be read. Nothing in it can change.',
    'no-dossier':
      'This is no JSON file of a statement. Choose the file that you once took along by Everything as JSON.',
    'no-certificate': 'This is no certificate. Choose a file that ends in .pem, .cer or .crt.',
    'file-changed':
      'Something was changed in this file. So it is not brought back. Ask for the original file.',
    'no-session':
      'This file contradicts itself: something stands in it twice, or there is more than fits in one session. So it is not brought back.',
    'no-typesetter': "This server can't make this file. Fetch the statement as JSON.",
    'too-busy': 'It is too busy now. Try again in a minute.',
    'too-slow': 'Sending it took too long. Try again on a faster connection.',
    'too-many-sessions':
      'Very many kick-offs were begun here just now. Try again in a quarter of an hour; what you filled in stays until then.',
    'key-needed': 'Only who has the key begins a kick-off here. You get it from whoever runs this site.',
    'wrong-key': 'This key is not right. See whether you copied all of it.',
    'sign-in-needed':
      'Only who is logged in starts a kick-off here. Choose ‘Start a kick-off’ and log in; what you filled in stays.',
    'sign-in-unreachable':
      'Where you log in does not answer now. Try again in a few minutes, or ask whoever runs this site.',
    'sign-in-denied': 'You are not logged in: logging in was broken off or refused.',
    'sign-in-not-allowed':
      'You are known, but may not start a kick-off here. Ask whoever runs this site to give you that right.',
    'sign-in-expired': 'Logging in took too long. Log in once more.',
    'sign-in-strayed':
      'This login does not belong to this browser, or you did it in two tabs at once. Log in once more.',
    'sign-in-failed':
      'Something about the login was not right, so you are not logged in. Try again; if it happens again, tell whoever runs this site.',
    'installation-full':
      'There is no room for another kick-off here. Ask whoever runs this site to make some.',
    internal: 'Something went wrong on our side. Please try again.',
  },
)
