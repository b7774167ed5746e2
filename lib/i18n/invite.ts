import { catalogue } from './messages.ts'

export const inviteMessages = catalogue(
  {
    title: 'Nodig iedereen uit',
    how: 'Scan de QR-code met de camera van je telefoon, of open deze site en vul de code in.',
    code: 'Code om mee te doen',
    link: 'Link om mee te doen',
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
    copy: 'Copy',
    copied: 'Copied',
    qr: 'QR code of the link to join',
    qrComing: 'The QR code is on its way …',
    qrFailed: 'The QR code could not be drawn. The code and the link do work.',
  },
)
