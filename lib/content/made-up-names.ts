/** Made-up names, for people of an example or a rehearsal. */
const given =
  'Amina Bram Carla Daan Elif Frank Greet Hassan Ineke Joris Karin Lars Mei Noor Otto Petra Quinten Rosa Sjoerd Truus'.split(
    ' ',
  )
const family =
  'Bakker Yilmaz Visser Hendriks Aydin Smit Mulder Bouali Dekker Vos Peters Koster Chen Jansen Kuipers Maas Prins Blok Postma Kok'.split(
    ' ',
  )

/** The same name for the same place, every time. */
export function madeUpNameAt(place: number): string {
  return `${given[place % given.length]} ${family[place % family.length]}`
}
