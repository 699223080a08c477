/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers
 *
 * What a person is told about how a removal ended, and what is offered then. */
#include "ui/docket-removal-report.h"

#include <locale.h>
#include "tallyfy/tallyfy.h"
#include "workspace/docket-removal-private.h"

#define X "“\xE2\x81\xA8x\xE2\x81\xA9”"
#define ARCHIVE DOCKET_REMOVAL_ARCHIVE
#define RESTORE DOCKET_REMOVAL_RESTORE
#define DELETE DOCKET_REMOVAL_DELETE
#define NO_ERROR (-1)

static const struct
{
  DocketRemovalKind kind;
  DocketRemovalOutcome outcome;
  int error; /* a TallyfyError, or NO_ERROR */
  const char *toast;
  const char *heading;
  const char *body;
  DocketNext next;
} reports[] = {
  { ARCHIVE, DOCKET_OUTCOME_DONE, NO_ERROR, "Task archived", NULL, NULL, DOCKET_NEXT_UNDO },
  { RESTORE, DOCKET_OUTCOME_DONE, NO_ERROR, "Task restored", NULL, NULL, DOCKET_NEXT_NOTHING },
  { DELETE, DOCKET_OUTCOME_DONE, NO_ERROR, "Task deleted permanently", NULL, NULL,
    DOCKET_NEXT_NOTHING },
  { DELETE, DOCKET_OUTCOME_CHANGED, NO_ERROR, NULL, "Task Not Deleted",
    X " was changed meanwhile, so nothing was sent.", DOCKET_NEXT_TRY_AGAIN },
  { DELETE, DOCKET_OUTCOME_NO_COPY, TALLYFY_ERROR_SERVER, NULL, "Task Not Deleted",
    "No copy could be made, so nothing was deleted. Tallyfy did not hand out the whole task.\n\n" X
    " is still there, unchanged.",
    DOCKET_NEXT_TRY_AGAIN },
  { ARCHIVE, DOCKET_OUTCOME_NOT_RESUMED, NO_ERROR, NULL, "Task Not Archived",
    "Tallyfy was busy when Docket was closed. Nothing was sent again after the restart, and " X
    " is still there, unchanged.",
    DOCKET_NEXT_TRY_AGAIN },
  { DELETE, DOCKET_OUTCOME_NOT_SENT, TALLYFY_ERROR_OFFLINE, NULL, "Task Not Deleted",
    "You are offline. Nothing was sent.\n\n" X " is still there, unchanged.",
    DOCKET_NEXT_TRY_AGAIN },
  /* The banner says it. */
  { DELETE, DOCKET_OUTCOME_NOT_SENT, TALLYFY_ERROR_SIGNED_OUT, NULL, NULL, NULL,
    DOCKET_NEXT_NOTHING },
  { DELETE, DOCKET_OUTCOME_REFUSED, TALLYFY_ERROR_SIGNED_OUT, NULL, NULL, NULL,
    DOCKET_NEXT_NOTHING },
};

static DocketRemoval *
make_removal (DocketRemovalKind kind, DocketRemovalOutcome outcome, int code)
{
  g_autoptr (GError) error
      = code != NO_ERROR ? g_error_new_literal (TALLYFY_ERROR, code, "not for people") : NULL;

  return docket_removal_new (1, kind, outcome, "t1", "x", FALSE, error, NULL);
}

static void
test_outcomes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autoptr (DocketRemoval) removal
          = make_removal (reports[i].kind, reports[i].outcome, reports[i].error);
      g_auto (DocketRemovalReport) report = { 0 };

      docket_removal_report_fill (&report, removal);
      g_assert_cmpstr (report.toast, ==, reports[i].toast);
      g_assert_cmpstr (report.heading, ==, reports[i].heading);
      g_assert_cmpstr (report.body, ==, reports[i].body);
      g_assert_cmpint (report.next, ==, reports[i].next);
    }
}

static void
check_copy (DocketRemovalOutcome outcome, const char *toast)
{
  g_autoptr (DocketRemoval) removal = make_removal (DELETE, outcome, NO_ERROR);
  g_auto (DocketRemovalReport) report = { 0 };

  docket_removal_report_fill (&report, removal);
  docket_removal_report_add_copy (&report, removal);
  g_assert_cmpstr (report.toast, ==, toast);
  g_assert_cmpint (report.next, ==, DOCKET_NEXT_OPEN_COPY);
}

static void
test_copy (void)
{
  check_copy (DOCKET_OUTCOME_DONE, "Task deleted permanently, copy kept");
  check_copy (DOCKET_OUTCOME_FOUND_DONE, "Task deleted permanently, found by look-up");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/removal-report/outcomes", test_outcomes);
  g_test_add_func ("/removal-report/copy", test_copy);
  return g_test_run ();
}
