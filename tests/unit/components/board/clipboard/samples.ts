/** What programs put on the clipboard, as they put it: written by hand after what Word, Excel and others give. */

/** Word for Windows: comments for old browsers, a style sheet, source lines that break anywhere, bullets and numbers as text. */
export const word = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<title>Kick-off</title>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- /* Style Definitions */ p.MsoNormal, li.MsoNormal {margin:0cm; font-size:11.0pt;} @list l0:level1 {mso-level-text:\\F0B7;} --></style>
</head><body lang=NL style='tab-interval:35.4pt;word-wrap:break-word'>
<!--StartFragment-->
<p class=MsoNormal><b>Wat&nbsp;willen we?</b><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>Iedereen kent de
voordeur<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><!--[endif]-->Geen
wachtlijst <span class=SpellE>caf&eacute;</span> &amp; buurt<br>
ook &rsquo;s avonds<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Eerst praten, d&aacute;n doen<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>Slot: €&nbsp;5 &lt; €&nbsp;10<o:p></o:p></p>
<!--EndFragment--></body></html>`

/** The same as Word's plain text. */
export const wordPlain =
  'Wat\u00a0willen we?\r\n\uf0b7\tIedereen kent de voordeur\r\n•\tGeen wachtlijst café & buurt\vook ’s avonds\r\n1.\tEerst praten, dán doen\r\n\r\nSlot: €\u00a05 < €\u00a010\r\n'

/** Excel for Windows, two columns with a heading; a line break within a cell; an empty row. */
export const excel = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<meta name=ProgId content=Excel.Sheet><style><!--table {mso-displayed-decimal-separator:"\\,";} .xl65 {white-space:normal;} --></style></head>
<body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=256 style='border-collapse:collapse;width:192pt'>
<!--StartFragment-->
 <col width=64 span=2 style='width:48pt'>
 <tr height=20 style='height:15.0pt'>
  <td height=20 class=xl66 width=64 style='height:15.0pt;width:48pt'>Partner</td>
  <td class=xl66 width=64 style='width:48pt'>Wens</td>
 </tr>
 <tr height=40>
  <td height=40>Gemeente</td>
  <td class=xl65>Rust in<br>
    de wijk</td>
 </tr>
 <tr height=20><td></td><td>&nbsp;</td></tr>
 <tr height=20>
  <td height=20>GGZ</td>
  <td align=right>12,5</td>
 </tr>
<!--EndFragment-->
</table></body></html>`
export const excelPlain = 'Partner\tWens\r\nGemeente\t"Rust in\nde wijk"\r\n\t\r\nGGZ\t12,5\r\n'

/** Excel, one column. */
export const excelColumn = `<table><col width=64><tr height=20><td height=20>Eerst</td></tr><tr><td>Dan de<br style="mso-data-placement:same-cell">buurt</td></tr><tr><td>Tot slot</td></tr></table>`

/** Google Docs: everything within one bold tag that is not bold, lists with a paragraph in each item. */
export const googleDocs = `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;">Wie doet mee?</span></p><ul style="margin-top:0;"><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>De huisarts</span></p></li><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>De kerk</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>en de moskee</span></p></li></ul></ul></b><br class="Apple-interchange-newline">`

/** Google Sheets. */
export const googleSheets = `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #ccc;}br {mso-data-placement:same-cell;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" data-sheets-root="1"><colgroup><col width="100"/></colgroup><tbody><tr style="height:21px;"><td data-sheets-value="{&quot;1&quot;:2}">Wonen</td><td>Zorg &gt; straf</td></tr><tr><td>Werk</td><td></td></tr></tbody></table>`

/** LibreOffice Writer. */
export const writer = `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><style type="text/css">p { line-height: 115% }</style></head><body lang="nl-NL" dir="ltr"><ol><li><p style="margin-bottom: 0cm">Eén loket</p></li><li><p style="margin-bottom: 0cm">Eén dossier</p></li></ol><p><br/></p><p>Klaar</p></body></html>`

/** A message in Gmail or Outlook on the web: a block for each line, an empty one between. */
export const mail = `<div dir="ltr"><div>Dag allemaal,</div><div><br></div><div>1) Wonen eerst</div><div>2) Dan zorg</div><div>- en werk</div></div>`

/** A browser's selection out of one paragraph. */
export const page = `<meta charset="utf-8"><span style="color: rgb(0, 0, 0); font-family: &quot;Open Sans&quot;;">Samen <a href="https://example.org/?a=1&amp;b=2" title="a > b">sterker</a><br>en anders</span>`
