/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-pdf-writer-private.h"

/* Tags */

static gboolean
has_content (SdmPdfWriter           *writer,
             const SdmLetterElement *element)
{
  if (sdm_pdf_content_get_tag (writer->content, element) != NULL)
    return TRUE;
  for (guint i = 0; i < element->children->len; i++)
    {
      if (has_content (writer, g_ptr_array_index (element->children, i)))
        return TRUE;
    }
  return FALSE;
}

static void
set_attributes (SdmPdfWriter           *writer,
                HPDF_Dict               object,
                const SdmLetterElement *element,
                const SdmPdfTag        *tag)
{
  HPDF_Dict attributes = NULL;

  if (element->numbering != NULL)
    {
      attributes = sdm_pdf_writer_set_dict (writer, object, "A");
      HPDF_Dict_AddName (attributes, "O", "List");
      HPDF_Dict_AddName (attributes, "ListNumbering", element->numbering);
    }
  else if (element->scope != NULL)
    {
      attributes = sdm_pdf_writer_set_dict (writer, object, "A");
      HPDF_Dict_AddName (attributes, "O", "Table");
      HPDF_Dict_AddName (attributes, "Scope", element->scope);
    }
  else if (tag != NULL && tag->has_box)
    {
      HPDF_Array box = NULL;

      attributes = sdm_pdf_writer_set_dict (writer, object, "A");
      HPDF_Dict_AddName (attributes, "O", "Layout");
      HPDF_Dict_AddName (attributes, "Placement", "Block");
      box = sdm_pdf_writer_set_array (writer, attributes, "BBox");
      for (guint i = 0; i < 4; i++)
        HPDF_Array_AddReal (box, (HPDF_REAL) tag->box[i]);
    }
}

/* Links */

/* The places that can be pressed. Who prints sees the address itself. */
static void
add_annotations (SdmPdfWriter *writer)
{
  const guint n_pages = writer->content->streams->len;

  for (guint i = 0; i < writer->content->links->len; i++)
    {
      const SdmPdfLink *link = g_ptr_array_index (writer->content->links, i);
      HPDF_Dict         page = g_ptr_array_index (writer->page_objects, link->page);
      HPDF_Dict         annotation = sdm_pdf_writer_add_dict (writer);
      HPDF_Array        all = HPDF_Dict_GetItem (page, "Annots", HPDF_OCLASS_ARRAY);
      HPDF_Array        box = NULL;
      HPDF_Array        border = NULL;
      HPDF_Dict         action = NULL;

      if (annotation == NULL)
        return;
      HPDF_Dict_AddName (annotation, "Type", "Annot");
      HPDF_Dict_AddName (annotation, "Subtype", "Link");
      box = sdm_pdf_writer_set_array (writer, annotation, "Rect");
      for (guint k = 0; k < 4; k++)
        HPDF_Array_AddReal (box, (HPDF_REAL) link->box[k]);
      border = sdm_pdf_writer_set_array (writer, annotation, "Border");
      for (guint k = 0; k < 3; k++)
        HPDF_Array_AddNumber (border, 0);
      HPDF_Dict_AddNumber (annotation, "F", 4);
      sdm_pdf_writer_set_text (writer, annotation, "Contents", link->uri);
      action = sdm_pdf_writer_set_dict (writer, annotation, "A");
      HPDF_Dict_AddName (action, "S", "URI");
      sdm_pdf_writer_set_ascii (writer, action, "URI", link->uri);
      HPDF_Dict_AddNumber (annotation, "StructParent", (HPDF_INT32) (n_pages + i));
      if (all == NULL)
        all = sdm_pdf_writer_set_array (writer, page, "Annots");
      HPDF_Array_Add (all, annotation);
      g_hash_table_insert (writer->annotations, link->element, annotation);
    }
}

static void
add_annotation_kid (SdmPdfWriter           *writer,
                    HPDF_Array              kids,
                    const SdmLetterElement *element,
                    const SdmPdfTag        *tag)
{
  HPDF_Dict annotation = g_hash_table_lookup (writer->annotations, element);
  HPDF_Dict reference = NULL;

  if (annotation == NULL)
    return;
  reference = HPDF_Dict_New (writer->pdf->mmgr);
  HPDF_Dict_AddName (reference, "Type", "OBJR");
  HPDF_Dict_Add (reference, "Pg", g_ptr_array_index (writer->page_objects, g_array_index (tag->marks, SdmPdfMark, 0).page));
  HPDF_Dict_Add (reference, "Obj", annotation);
  HPDF_Array_Add (kids, reference);
}

static gboolean
is_before (SdmPdfWriter           *writer,
           const SdmLetterElement *element,
           const SdmPdfMark       *mark)
{
  const SdmPdfTag  *tag = sdm_pdf_content_get_tag (writer->content, element);
  const SdmPdfMark *first = tag != NULL ? &g_array_index (tag->marks, SdmPdfMark, 0) : NULL;

  return first != NULL && (first->page < mark->page || (first->page == mark->page && first->mcid < mark->mcid));
}

static HPDF_Dict
add_element (SdmPdfWriter           *writer,
             HPDF_Dict               parent,
             const SdmLetterElement *element)
{
  HPDF_Dict        object = sdm_pdf_writer_add_dict (writer);
  const SdmPdfTag *tag = sdm_pdf_content_get_tag (writer->content, element);
  HPDF_Array       kids = NULL;
  guint            n_children = 0; /* that have been added: a link stands between the words around it */

  if (object == NULL)
    return NULL;
  g_hash_table_insert (writer->element_objects, (gpointer) element, object);
  HPDF_Dict_AddName (object, "Type", "StructElem");
  HPDF_Dict_AddName (object, "S", element->role);
  HPDF_Dict_Add (object, "P", parent);
  if (element->language != NULL)
    sdm_pdf_writer_set_ascii (writer, object, "Lang", element->language);
  if (element->alt != NULL)
    sdm_pdf_writer_set_text (writer, object, "Alt", element->alt);
  set_attributes (writer, object, element, tag);
  if (tag != NULL && tag->marks->len == 1 && element->children->len == 0 && !g_hash_table_contains (writer->annotations, element))
    {
      const SdmPdfMark *mark = &g_array_index (tag->marks, SdmPdfMark, 0);

      HPDF_Dict_Add (object, "Pg", g_ptr_array_index (writer->page_objects, mark->page));
      HPDF_Dict_AddNumber (object, "K", (HPDF_INT32) mark->mcid);
      return object;
    }
  kids = sdm_pdf_writer_set_array (writer, object, "K");
  for (guint i = 0; tag != NULL && i < tag->marks->len; i++)
    {
      const SdmPdfMark *mark = &g_array_index (tag->marks, SdmPdfMark, i);
      HPDF_Dict         reference = NULL;

      for (; n_children < element->children->len && is_before (writer, g_ptr_array_index (element->children, n_children), mark); n_children++)
        HPDF_Array_Add (kids, add_element (writer, object, g_ptr_array_index (element->children, n_children)));
      reference = HPDF_Dict_New (writer->pdf->mmgr);
      HPDF_Dict_AddName (reference, "Type", "MCR");
      HPDF_Dict_Add (reference, "Pg", g_ptr_array_index (writer->page_objects, mark->page));
      HPDF_Dict_AddNumber (reference, "MCID", (HPDF_INT32) mark->mcid);
      HPDF_Array_Add (kids, reference);
    }
  add_annotation_kid (writer, kids, element, tag);
  for (guint i = n_children; i < element->children->len; i++)
    {
      const SdmLetterElement *child = g_ptr_array_index (element->children, i);

      if (has_content (writer, child))
        HPDF_Array_Add (kids, add_element (writer, object, child));
    }
  return object;
}

static void
add_tree (SdmPdfWriter *writer)
{
  HPDF_Dict  root = sdm_pdf_writer_add_dict (writer);
  HPDF_Dict  parent_tree = sdm_pdf_writer_add_dict (writer);
  HPDF_Array numbers = NULL;

  if (root == NULL || parent_tree == NULL)
    return;
  add_annotations (writer);
  HPDF_Dict_AddName (root, "Type", "StructTreeRoot");
  HPDF_Dict_Add (root, "K", add_element (writer, root, writer->pages->root));
  numbers = sdm_pdf_writer_set_array (writer, parent_tree, "Nums");
  for (guint i = 0; i < writer->content->elements->len; i++)
    {
      GPtrArray *elements = g_ptr_array_index (writer->content->elements, i);
      HPDF_Array by_mcid = HPDF_Array_New (writer->pdf->mmgr);

      HPDF_Xref_Add (writer->pdf->xref, by_mcid);
      for (guint k = 0; k < elements->len; k++)
        HPDF_Array_Add (by_mcid, g_hash_table_lookup (writer->element_objects, g_ptr_array_index (elements, k)));
      HPDF_Array_AddNumber (numbers, (HPDF_INT32) i);
      HPDF_Array_Add (numbers, by_mcid);
    }
  for (guint i = 0; i < writer->content->links->len; i++)
    {
      HPDF_Array_AddNumber (numbers, (HPDF_INT32) (writer->content->elements->len + i));
      HPDF_Array_Add (numbers, g_hash_table_lookup (writer->element_objects, ((const SdmPdfLink *) g_ptr_array_index (writer->content->links, i))->element));
    }
  HPDF_Dict_Add (root, "ParentTree", parent_tree);
  HPDF_Dict_AddNumber (root, "ParentTreeNextKey", (HPDF_INT32) (writer->content->elements->len + writer->content->links->len));
  HPDF_Dict_Add (writer->pdf->catalog, "StructTreeRoot", root);
  HPDF_Dict_AddBoolean (sdm_pdf_writer_set_dict (writer, writer->pdf->catalog, "MarkInfo"), "Marked", HPDF_TRUE);
}

/* Bookmarks */

static void
add_bookmarks (SdmPdfWriter           *writer,
               const SdmLetterElement *element,
               HPDF_Outline           *levels)
{
  const SdmPdfTag *tag = sdm_pdf_content_get_tag (writer->content, element);

  if (tag != NULL && element->title != NULL && element->role[0] == 'H')
    {
      guint        level = (guint) (element->role[1] - '0');
      HPDF_Page    page = g_ptr_array_index (writer->page_objects,
                                             g_array_index (tag->marks, SdmPdfMark, 0).page);
      HPDF_Array   place = NULL;
      HPDF_Outline parent = NULL;

      for (guint i = 1; i < level; i++)
        parent = levels[i] != NULL ? levels[i] : parent;
      levels[level] = HPDF_CreateOutline (writer->pdf, parent, "-", NULL);
      for (guint i = level + 1; i <= 3; i++)
        levels[i] = NULL;
      if (levels[level] == NULL)
        return;
      sdm_pdf_writer_set_text (writer, levels[level], "Title", element->title);
      /* The library's own destination always sets a zoom; 0 leaves the reader's as it is. */
      place = sdm_pdf_writer_set_array (writer, levels[level], "Dest");
      HPDF_Array_Add (place, page);
      HPDF_Array_AddName (place, "XYZ");
      HPDF_Array_AddReal (place, 0);
      HPDF_Array_AddReal (place, (HPDF_REAL) (tag->top + 6));
      HPDF_Array_AddReal (place, 0);
    }
  for (guint i = 0; i < element->children->len; i++)
    add_bookmarks (writer, g_ptr_array_index (element->children, i), levels);
}

/* What the letter is made of, for who has it read aloud or looks for a part of it: the tree of its tags, its links, and
 * a bookmark for each heading. */
void
sdm_pdf_writer_add_structure (SdmPdfWriter *writer)
{
  HPDF_Outline levels[4] = { NULL };

  add_tree (writer);
  add_bookmarks (writer, writer->pages->root, levels);
}
