import { dictionaryOf, type PdfFile, reference, streamOf } from './pdf-file.ts'
import { rootsOf } from './pdf-pages.ts'

type Objects = Map<number, string>
const insideIn = (file: PdfFile, objects: Objects, id: number): string =>
  objects.get(id)?.trim().slice(2, -2) ?? dictionaryOf(file, id)

/**
 * Gives a field a tag of its own among those of the text, as PDF/UA-1 asks (ISO 14289-1, 7.18.4): `element` is the number that it gets.
 * Returns what the field's dictionary has to say of it.
 */
export function tagField(
  file: PdfFile,
  objects: Objects,
  { field, page, element }: { field: number; page: number; element: number },
): string {
  const { tags, document } = rootsOf(file)
  const root = insideIn(file, objects, tags)
  const key = Number(/\/ParentTreeNextKey (\d+)/.exec(root)?.[1] ?? 0)
  const added = root
    .replace(/\/Nums \[([^\]]*)\]/, `/Nums [$1 ${key} ${element} 0 R]`)
    .replace(/\/ParentTreeNextKey \d+/, `/ParentTreeNextKey ${key + 1}`)
  objects.set(tags, `<<${added}>>`)
  const whole = insideIn(file, objects, document)
  objects.set(document, `<<${whole.replace(/\/K \[([^\]]*)\]/, `/K [$1 ${element} 0 R]`)}>>`)
  const kid = `<< /Type /OBJR /Obj ${field} 0 R /Pg ${page} 0 R >>`
  objects.set(element, `<< /Type /StructElem /S /Form /P ${document} 0 R /Pg ${page} 0 R /K ${kid} >>`)
  return `/StructParent ${key}`
}

const schema = `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>`

/**
 * Has a file that is PDF/A-3a say that it is PDF/UA-1 too; the typesetter writes either. Its checks for that are run in the tests. Gives the
 * catalogue as it is to be; of a file that is no PDF/A, for it holds a sign that there is no letter for, nothing changes.
 */
export function asUniversal(file: PdfFile, objects: Objects, catalogue: string): string {
  const id = reference(catalogue, 'Metadata')
  const told = streamOf(file, id).raw.toString('latin1')
  if (!told.includes('<pdfaid:part>3<')) return catalogue
  const more = told
    .replace(' xmlns:pdfaid=', ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"  xmlns:pdfaid=')
    .replace('</rdf:Bag></pdfaExtension:schemas>', `${schema}</rdf:Bag></pdfaExtension:schemas>`)
    .replace('<pdfaid:part>', '<pdfuaid:part>1</pdfuaid:part><pdfaid:part>')
  objects.set(id, `<< /Type /Metadata /Subtype /XML /Length ${more.length} >>\nstream\n${more}\nendstream`)
  return catalogue.replace('/ViewerPreferences <<', '/ViewerPreferences << /DisplayDocTitle true')
}
