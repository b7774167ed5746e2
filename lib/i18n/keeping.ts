import { catalogue } from './messages.ts'

export const keepingMessages = catalogue(
  {
    title: 'Hoe lang blijft dit bewaard?',
    until: (day: string) => `Deze kick-off blijft bewaard tot en met ${day}.`,
    afterwards:
      'Daarna wordt alles verwijderd: briefjes, stemmen, verklaring, handtekeningen en namen. Dat is niet terug te draaien. Bewaar eerst het PDF en de gegevens als je die later nog nodig hebt.',
    day: 'Laatste dag',
    hint: 'Op zijn vroegst morgen, op zijn laatst over tien jaar.',
    save: 'Bewaar tot en met deze dag',
    usual: 'Terug naar de gewone termijn',
    warning: (days: number) =>
      days <= 0
        ? 'Vandaag is de laatste dag dat deze kick-off bewaard blijft'
        : days === 1
          ? 'Morgen is de laatste dag dat deze kick-off bewaard blijft'
          : `Over ${days} dagen is de laatste dag dat deze kick-off bewaard blijft`,
    whatNow: 'Bewaar wat je nodig hebt, of kies onderaan deze pagina een latere dag.',
  },
  {
    title: 'How long is this kept?',
    until: (day: string) => `This kick-off is kept up to and including ${day}.`,
    afterwards:
      'After that all of it is deleted: notes, votes, statement, signatures and names. That can’t be undone. Keep the PDF and the data first if you need them later.',
    day: 'Last day',
    hint: 'Tomorrow at the earliest, ten years from now at the latest.',
    save: 'Keep it up to this day',
    usual: 'Back to the usual time',
    warning: (days: number) =>
      days <= 0
        ? 'Today is the last day that this kick-off is kept'
        : days === 1
          ? 'Tomorrow is the last day that this kick-off is kept'
          : `In ${days} days it is the last day that this kick-off is kept`,
    whatNow: 'Keep what you need, or choose a later day at the foot of this page.',
  },
)
