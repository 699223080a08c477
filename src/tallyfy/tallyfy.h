/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

/* All that the rooms above may include. */
#include "tallyfy/tallyfy-address.h"
#include "tallyfy/tallyfy-assignee.h"
#include "tallyfy/tallyfy-client.h"
#include "tallyfy/tallyfy-comment.h"
#include "tallyfy/tallyfy-error.h"
#include "tallyfy/tallyfy-form-field.h"
#include "tallyfy/tallyfy-group.h"
#include "tallyfy/tallyfy-guest.h"
#include "tallyfy/tallyfy-organization.h"
#include "tallyfy/tallyfy-process-page.h"
#include "tallyfy/tallyfy-process.h"
#include "tallyfy/tallyfy-tag.h"
#include "tallyfy/tallyfy-task-change.h"
#include "tallyfy/tallyfy-task-draft.h"
#include "tallyfy/tallyfy-task-page.h"
#include "tallyfy/tallyfy-task.h"
#include "tallyfy/tallyfy-user.h"
