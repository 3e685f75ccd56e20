/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-pdf-writer.h"

#include "sdm-letter-error.h"
#include "sdm-pdf-writer-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <hb-ot.h>

/*
 * Only what is called writer knows libharu. The library's calls and its objects are used to hold the file
 * together; text, shapes and tags are our own operators and dictionaries. Its error is sticky, so
 * the handler notes the first one and everything after it is skipped.
 */

static void
note_error_cb (HPDF_STATUS error_no,
               HPDF_STATUS detail_no,
               void       *user_data)
{
  SdmPdfWriter *writer = user_data;

  if (writer->first_error == HPDF_OK)
    writer->first_error = error_no;
}

/* Objects */

HPDF_Dict
sdm_pdf_writer_add_dict (SdmPdfWriter *writer)
{
  HPDF_Dict dict = HPDF_Dict_New (writer->pdf->mmgr);

  if (dict != NULL)
    HPDF_Xref_Add (writer->pdf->xref, dict);
  return dict;
}

static HPDF_Dict
add_stream (SdmPdfWriter *writer,
            gconstpointer bytes,
            gsize         length,
            gboolean      compressed)
{
  HPDF_Dict dict = HPDF_DictStream_New (writer->pdf->mmgr, writer->pdf->xref);

  if (dict == NULL)
    return NULL;
  dict->filter = compressed ? HPDF_STREAM_FILTER_FLATE_DECODE : HPDF_STREAM_FILTER_NONE;
  HPDF_Stream_Write (dict->stream, (const HPDF_BYTE *) bytes, (HPDF_UINT) length);
  return dict;
}

HPDF_Dict
sdm_pdf_writer_set_dict (SdmPdfWriter *writer,
                         HPDF_Dict     parent,
                         const char   *key)
{
  HPDF_Dict dict = HPDF_Dict_New (writer->pdf->mmgr);

  HPDF_Dict_Add (parent, key, dict);
  return dict;
}

HPDF_Array
sdm_pdf_writer_set_array (SdmPdfWriter *writer,
                          HPDF_Dict     parent,
                          const char   *key)
{
  HPDF_Array array = HPDF_Array_New (writer->pdf->mmgr);

  HPDF_Dict_Add (parent, key, array);
  return array;
}

/* Text as UTF-16BE with its mark, which carries every character. */
void
sdm_pdf_writer_set_text (SdmPdfWriter *writer,
                         HPDF_Dict     parent,
                         const char   *key,
                         const char   *text)
{
  glong                 units = 0;
  g_autofree gunichar2 *utf16 = g_utf8_to_utf16 (text, -1, NULL, &units, NULL);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) "\376\377", 2);
  for (glong i = 0; i < units; i++)
    {
      guint16 unit = GUINT16_TO_BE (utf16[i]);

      g_byte_array_append (bytes, (const guint8 *) &unit, sizeof unit);
    }
  HPDF_Dict_Add (parent, key, HPDF_Binary_New (writer->pdf->mmgr, bytes->data, bytes->len));
}

void
sdm_pdf_writer_set_ascii (SdmPdfWriter *writer,
                          HPDF_Dict     parent,
                          const char   *key,
                          const char   *text)
{
  HPDF_Dict_Add (parent, key, HPDF_String_New (writer->pdf->mmgr, text, NULL));
}

/* Fonts */

static void
set_widths (SdmPdfWriter  *writer,
            HPDF_Dict      font,
            SdmFontSubset *subset)
{
  HPDF_Array widths = sdm_pdf_writer_set_array (writer, font, "W");
  HPDF_Array from_first = HPDF_Array_New (writer->pdf->mmgr);

  HPDF_Array_AddNumber (widths, 0);
  HPDF_Array_Add (widths, from_first);
  for (guint id = 0; id < sdm_font_subset_get_n_ids (subset); id++)
    HPDF_Array_AddNumber (from_first, sdm_font_subset_get_width (subset, sdm_font_subset_get_glyph (subset, id)));
}

static int
get_metric (SdmFontSubset      *subset,
            hb_ot_metrics_tag_t tag)
{
  hb_position_t position = 0;

  hb_ot_metrics_get_position_with_fallback (subset->font, tag, &position);
  return sdm_font_subset_scale (subset, position);
}

static HPDF_Dict
add_descriptor (SdmPdfWriter  *writer,
                SdmFontSubset *subset,
                const char    *name)
{
  HPDF_Dict  descriptor = sdm_pdf_writer_add_dict (writer);
  HPDF_Dict  file = add_stream (writer, g_bytes_get_data (subset->program, NULL), g_bytes_get_size (subset->program), TRUE);
  HPDF_Array box = NULL;
  gboolean   is_cff = sdm_font_subset_is_cff (subset);
  int        ascent = get_metric (subset, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
  int        descent = get_metric (subset, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);

  HPDF_Dict_AddName (descriptor, "Type", "FontDescriptor");
  HPDF_Dict_AddName (descriptor, "FontName", name);
  HPDF_Dict_AddNumber (descriptor, "Flags", 4);
  HPDF_Dict_AddNumber (descriptor, "ItalicAngle", 0);
  HPDF_Dict_AddNumber (descriptor, "Ascent", ascent);
  HPDF_Dict_AddNumber (descriptor, "Descent", descent);
  HPDF_Dict_AddNumber (descriptor, "CapHeight", get_metric (subset, HB_OT_METRICS_TAG_CAP_HEIGHT));
  HPDF_Dict_AddNumber (descriptor, "StemV", 80);
  box = sdm_pdf_writer_set_array (writer, descriptor, "FontBBox");
  HPDF_Array_AddNumber (box, -1000);
  HPDF_Array_AddNumber (box, MIN (descent, -300));
  HPDF_Array_AddNumber (box, 2500);
  HPDF_Array_AddNumber (box, MAX (ascent, 1100));
  if (is_cff)
    HPDF_Dict_AddName (file, "Subtype", "CIDFontType0C");
  else
    HPDF_Dict_AddNumber (file, "Length1", (HPDF_INT32) g_bytes_get_size (subset->program));
  HPDF_Dict_Add (descriptor, is_cff ? "FontFile3" : "FontFile2", file);
  return descriptor;
}

/* A font of glyph numbers: Type0 over one CID font, with the way back to text. */
static void
add_font (SdmPdfWriter  *writer,
          SdmFontSubset *subset)
{
  g_autofree char *name = sdm_font_subset_dup_name (subset);
  g_autofree char *to_unicode = sdm_font_subset_dup_to_unicode (subset);
  g_autoptr (GBytes) glyph_map = sdm_font_subset_dup_glyph_map (subset);
  HPDF_Dict font = NULL;
  HPDF_Dict cid_font = NULL;
  HPDF_Dict system = NULL;
  gboolean  is_cff = sdm_font_subset_is_cff (subset);

  cid_font = sdm_pdf_writer_add_dict (writer);
  HPDF_Dict_AddName (cid_font, "Type", "Font");
  HPDF_Dict_AddName (cid_font, "Subtype", is_cff ? "CIDFontType0" : "CIDFontType2");
  HPDF_Dict_AddName (cid_font, "BaseFont", name);
  if (glyph_map != NULL)
    HPDF_Dict_Add (cid_font, "CIDToGIDMap", add_stream (writer, g_bytes_get_data (glyph_map, NULL), g_bytes_get_size (glyph_map), TRUE));
  else if (!is_cff)
    HPDF_Dict_AddName (cid_font, "CIDToGIDMap", "Identity");
  system = sdm_pdf_writer_set_dict (writer, cid_font, "CIDSystemInfo");
  sdm_pdf_writer_set_ascii (writer, system, "Registry", "Adobe");
  sdm_pdf_writer_set_ascii (writer, system, "Ordering", "Identity");
  HPDF_Dict_AddNumber (system, "Supplement", 0);
  HPDF_Dict_AddNumber (cid_font, "DW", 1000);
  set_widths (writer, cid_font, subset);
  HPDF_Dict_Add (cid_font, "FontDescriptor", add_descriptor (writer, subset, name));

  font = sdm_pdf_writer_add_dict (writer);
  HPDF_Dict_AddName (font, "Type", "Font");
  HPDF_Dict_AddName (font, "Subtype", "Type0");
  HPDF_Dict_AddName (font, "BaseFont", name);
  HPDF_Dict_AddName (font, "Encoding", "Identity-H");
  HPDF_Array_Add (sdm_pdf_writer_set_array (writer, font, "DescendantFonts"), cid_font);
  HPDF_Dict_Add (font, "ToUnicode", add_stream (writer, to_unicode, strlen (to_unicode), TRUE));
  g_ptr_array_add (writer->font_objects, font);
}

/* Pages */

static void
add_people (SdmPdfWriter *writer)
{
  static const int box_corners[] = { -1, -1, 2, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (writer->people); i++)
    {
      g_autofree char *operators = sdm_pdf_dup_person ((SdmLetterPersonKind) i);
      HPDF_Dict        form = add_stream (writer, operators, strlen (operators), TRUE);
      HPDF_Array       box = NULL;

      if (form == NULL)
        return;
      form->header.obj_class |= HPDF_OSUBCLASS_XOBJECT;
      HPDF_Dict_AddName (form, "Type", "XObject");
      HPDF_Dict_AddName (form, "Subtype", "Form");
      box = sdm_pdf_writer_set_array (writer, form, "BBox");
      for (guint k = 0; k < G_N_ELEMENTS (box_corners); k++)
        HPDF_Array_AddNumber (box, box_corners[k]);
      sdm_pdf_writer_set_dict (writer, form, "Resources");
      writer->people[i] = form;
    }
}

/* As pixels: libharu takes a picture that breaks off without a word. */
static void
add_logo (SdmPdfWriter *writer)
{
  const SdmLetterDocument *document = writer->document;

  if (document->logo != NULL)
    writer->logo = HPDF_LoadRawImageFromMem (writer->pdf, g_bytes_get_data (document->logo, NULL), document->logo_width,
                                             document->logo_height, HPDF_CS_DEVICE_RGB, 8);
}

static void
add_page (SdmPdfWriter *writer,
          guint         index)
{
  HPDF_Page page = HPDF_AddPage (writer->pdf);
  GString  *stream = g_ptr_array_index (writer->content->streams, index);
  HPDF_Dict resources = NULL;
  HPDF_Dict fonts = NULL;
  HPDF_Dict forms = NULL;

  g_ptr_array_add (writer->page_objects, page);
  if (page == NULL)
    return;
  HPDF_Page_SetWidth (page, (HPDF_REAL) writer->pages->width);
  HPDF_Page_SetHeight (page, (HPDF_REAL) writer->pages->height);
  resources = sdm_pdf_writer_set_dict (writer, page, "Resources");
  fonts = sdm_pdf_writer_set_dict (writer, resources, "Font");
  for (guint i = 0; i < writer->font_objects->len; i++)
    {
      g_autofree char *key = g_strdup_printf ("F%u", i);

      HPDF_Dict_Add (fonts, key, g_ptr_array_index (writer->font_objects, i));
    }
  forms = sdm_pdf_writer_set_dict (writer, resources, "XObject");
  for (guint i = 0; i < G_N_ELEMENTS (writer->people); i++)
    {
      const char key[] = { 'P', (char) ('0' + i), '\0' };

      HPDF_Dict_Add (forms, key, writer->people[i]);
    }
  if (index == 0 && writer->logo != NULL)
    HPDF_Dict_Add (forms, "Logo", writer->logo);
  HPDF_Dict_AddNumber (page, "StructParents", (HPDF_INT32) index);
  HPDF_Dict_AddName (page, "Tabs", "S");
  HPDF_Stream_Write (((HPDF_PageAttr) page->attr)->stream, (const HPDF_BYTE *) stream->str, (HPDF_UINT) stream->len);
}

/* The file's own facts */

static void
add_info (SdmPdfWriter *writer)
{
  HPDF_SetInfoAttr (writer->pdf, HPDF_INFO_PRODUCER, PACKAGE_NAME " " PACKAGE_VERSION);
  if (writer->pdf->info == NULL)
    return;
  sdm_pdf_writer_set_text (writer, writer->pdf->info, "Title", writer->document->title);
  if (writer->document->author != NULL)
    sdm_pdf_writer_set_text (writer, writer->pdf->info, "Author", writer->document->author);
  if (writer->document->date != NULL)
    {
      g_autoptr (GDateTime) utc = g_date_time_to_utc (writer->document->date);
      HPDF_Date date = { 0 };

      date.year = g_date_time_get_year (utc);
      date.month = g_date_time_get_month (utc);
      date.day = g_date_time_get_day_of_month (utc);
      date.hour = g_date_time_get_hour (utc);
      date.minutes = g_date_time_get_minute (utc);
      date.seconds = g_date_time_get_second (utc);
      date.ind = 'Z';
      HPDF_SetInfoDateAttr (writer->pdf, HPDF_INFO_CREATION_DATE, date);
    }
}

static char *
dup_xmp (SdmLetterDocument *document)
{
  g_autofree char *title = g_markup_escape_text (document->title, -1);
  g_autofree char *language = g_markup_escape_text (document->language, -1);
  g_autofree char *author = g_markup_escape_text (document->author != NULL ? document->author : "", -1);
  GString         *out = g_string_new ("<?xpacket begin=\"\357\273\277\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                                               "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                                               "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                                               "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                                               "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
                                               "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
                                               "<pdfuaid:part>1</pdfuaid:part>\n");

  g_string_append_printf (out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n", title);
  g_string_append_printf (out, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n", language);
  if (document->author != NULL)
    g_string_append_printf (out, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", author);
  if (document->date != NULL)
    {
      g_autoptr (GDateTime) utc = g_date_time_to_utc (document->date);
      g_autofree char *date = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");

      g_string_append_printf (out, "<xmp:CreateDate>%s</xmp:CreateDate>\n", date);
    }
  g_string_append (out, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n");
  return g_string_free (out, FALSE);
}

static void
add_catalog (SdmPdfWriter *writer)
{
  g_autofree char *xmp = dup_xmp (writer->document);
  HPDF_Dict        metadata = add_stream (writer, xmp, strlen (xmp), FALSE);
  HPDF_Dict        catalog = writer->pdf->catalog;

  if (metadata == NULL)
    return;
  HPDF_Dict_AddName (metadata, "Type", "Metadata");
  HPDF_Dict_AddName (metadata, "Subtype", "XML");
  HPDF_Dict_Add (catalog, "Metadata", metadata);
  sdm_pdf_writer_set_ascii (writer, catalog, "Lang", writer->document->language);
  HPDF_Dict_AddBoolean (sdm_pdf_writer_set_dict (writer, catalog, "ViewerPreferences"), "DisplayDocTitle", HPDF_TRUE);
  writer->pdf->pdf_version = HPDF_VER_17;
}

/* The whole */

static GBytes *
read_bytes (SdmPdfWriter *writer)
{
  HPDF_UINT32        size = 0;
  g_autofree guint8 *bytes = NULL;

  if (HPDF_SaveToStream (writer->pdf) != HPDF_OK)
    return NULL;
  size = HPDF_GetStreamSize (writer->pdf);
  bytes = g_malloc (size);
  if (size == 0 || HPDF_ReadFromStream (writer->pdf, bytes, &size) != HPDF_OK)
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&bytes), size);
}

static GBytes *
write_file (SdmPdfWriter *writer,
            GError      **error)
{
  HPDF_SetCompressionMode (writer->pdf, HPDF_COMP_ALL);
  add_info (writer);
  for (guint i = 0; i < writer->content->fonts->len; i++)
    add_font (writer, g_ptr_array_index (writer->content->fonts, i));
  add_people (writer);
  add_logo (writer);
  for (guint i = 0; i < writer->content->streams->len; i++)
    add_page (writer, i);
  if (writer->first_error == HPDF_OK)
    {
      sdm_pdf_writer_add_structure (writer);
      add_catalog (writer);
    }
  return writer->first_error == HPDF_OK ? read_bytes (writer) : NULL;
}

/**
 * sdm_pdf_write:
 * @document: for the title, the language and the other facts of the file
 * @pages: the letter, laid out
 *
 * Writes a tagged PDF 1.7 with its fonts cut down to what is shown. The same
 * input gives the same bytes in every locale.
 *
 * Returns: (transfer full): the file, or NULL with @error set
 */
GBytes *
sdm_pdf_write (SdmLetterDocument    *document,
               const SdmLetterPages *pages,
               GError              **error)
{
  g_autoptr (SdmPdfContent) content = sdm_pdf_content_new (pages, error);
  g_autoptr (GPtrArray) page_objects = g_ptr_array_new ();
  g_autoptr (GPtrArray) font_objects = g_ptr_array_new ();
  g_autoptr (GHashTable) element_objects = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GHashTable) annotations = g_hash_table_new (g_direct_hash, g_direct_equal);
  GBytes      *bytes = NULL;
  SdmPdfWriter writer = { 0 };

  if (content == NULL)
    return NULL;
  writer.document = document;
  writer.pages = pages;
  writer.content = content;
  writer.page_objects = page_objects;
  writer.font_objects = font_objects;
  writer.element_objects = element_objects;
  writer.annotations = annotations;
  if (g_str_equal (HPDF_GetVersion (), HPDF_VERSION_TEXT))
    writer.pdf = HPDF_New (note_error_cb, &writer);
  if (writer.pdf != NULL)
    {
      bytes = write_file (&writer, error);
      HPDF_Free (writer.pdf);
    }
  if (bytes == NULL && (error == NULL || *error == NULL))
    g_set_error (error, SDM_LETTER_ERROR, SDM_LETTER_ERROR_WRITER,
                 /* Translators: a fault of the library that writes PDF; %04X is its number. */
                 _("The letter could not be written as PDF (0x%04X)."), (guint) writer.first_error);
  return bytes;
}
