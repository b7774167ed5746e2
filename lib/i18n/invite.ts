import { catalogue } from './messages.ts'

export const inviteMessages = catalogue(
  {
    title: 'Nodig iedereen uit',
    how: 'Scan de QR-code met de camera van je telefoon, of open deze site en vul de code in.',
    code: 'Code om mee te doen',
    link: 'Link om mee te doen',
    staysHere: 'Andere apparaten kunnen deze link niet openen',
    staysHereText:
      'Hij wijst naar deze computer zelf. Open jouw begeleiderslink met het netwerkadres van deze computer in plaats van “localhost”; dat adres staat in het venster waarin het bord is gestart. De link en de QR-code gaan dan mee.',
    copy: 'Kopieer',
    copied: 'Gekopieerd',
    qr: 'QR-code van de link om mee te doen',
    qrComing: 'De QR-code komt eraan …',
    qrFailed: 'De QR-code kon niet worden getekend. De code en de link werken wel.',
  },
  {
    title: 'Invite everyone',
    how: 'Scan the QR code with your phone’s camera, or open this site and enter the code.',
    code: 'Code to join',
    link: 'Link to join',
    staysHere: 'Other devices can’t open this link',
    staysHereText:
      'It leads to this very computer. Open your facilitator’s link by this computer’s network address in the place of “localhost”; the window in which the board was started says that address. The link and the QR code then follow.',
    copy: 'Copy',
    copied: 'Copied',
    qr: 'QR code of the link to join',
    qrComing: 'The QR code is on its way …',
    qrFailed: 'The QR code could not be drawn. The code and the link do work.',
  },
)
