/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-removal-judge.h"

#include "tallyfy/tallyfy-error.h"

DocketFinding
docket_removal_finding_when_done (DocketRemovalKind kind)
{
  switch (kind)
    {
    case DOCKET_REMOVAL_ARCHIVE:
      return DOCKET_FOUND_ARCHIVED;
    case DOCKET_REMOVAL_RESTORE:
      return DOCKET_FOUND_THERE;
    case DOCKET_REMOVAL_DELETE:
    default:
      return DOCKET_FOUND_GONE;
    }
}

DocketRemovalOutcome
docket_removal_judge_finding (DocketRemovalKind kind,
                              gboolean was_archived,
                              gboolean answered_missing,
                              DocketFinding finding)
{
  if (finding == DOCKET_FOUND_NOTHING)
    return DOCKET_OUTCOME_NOT_CONFIRMED;
  /* A deletion that was answered with a 404 did not delete: somebody else was faster. */
  if (finding == DOCKET_FOUND_GONE && (answered_missing || kind != DOCKET_REMOVAL_DELETE))
    return DOCKET_OUTCOME_GONE;
  if (finding == docket_removal_finding_when_done (kind))
    return DOCKET_OUTCOME_FOUND_DONE;
  if (kind == DOCKET_REMOVAL_DELETE && finding == DOCKET_FOUND_ARCHIVED && !was_archived)
    return DOCKET_OUTCOME_ARCHIVED;
  return DOCKET_OUTCOME_STILL_THERE;
}

DocketEventType
docket_removal_judge_error (const GError *error)
{
  guint status = tallyfy_error_get_status (error);

  if (error->domain != TALLYFY_ERROR)
    return DOCKET_EVENT_UNKNOWN;
  switch ((TallyfyError)error->code)
    {
    case TALLYFY_ERROR_OFFLINE:
    case TALLYFY_ERROR_TLS:
    case TALLYFY_ERROR_BAD_ADDRESS:
    case TALLYFY_ERROR_BAD_TOKEN:
      return DOCKET_EVENT_UNSENT;
    case TALLYFY_ERROR_SIGNED_OUT:
    case TALLYFY_ERROR_FORBIDDEN:
    case TALLYFY_ERROR_INVALID:
      return DOCKET_EVENT_REFUSED;
    case TALLYFY_ERROR_TOO_MANY_REQUESTS:
      return DOCKET_EVENT_BUSY;
    /* The other 4xx are not documented, and some say that the request may have been heard (408). */
    case TALLYFY_ERROR_REFUSED:
      return status == 400 || status == 409 ? DOCKET_EVENT_REFUSED : DOCKET_EVENT_UNKNOWN;
    /* A plain answer too, but what has become of the task is what people want to know. */
    case TALLYFY_ERROR_NOT_FOUND:
      return DOCKET_EVENT_MISSING;
    case TALLYFY_ERROR_WRONG_ADDRESS:
    case TALLYFY_ERROR_UNKNOWN_OUTCOME:
    case TALLYFY_ERROR_SERVER:
    case TALLYFY_ERROR_NOT_JSON:
    case TALLYFY_ERROR_MALFORMED:
    case TALLYFY_ERROR_TIMED_OUT:
    case TALLYFY_ERROR_CONNECTION_LOST:
    default:
      return DOCKET_EVENT_UNKNOWN;
    }
}
