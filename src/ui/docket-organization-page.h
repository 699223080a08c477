/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-sign-in.h"

G_BEGIN_DECLS

/* Asks which of the organizations that a token works for is to be opened.
 *
 * Signals: "chosen" (uint, index into docket_sign_in_get_organizations()); "back". */
#define DOCKET_TYPE_ORGANIZATION_PAGE (docket_organization_page_get_type ())
G_DECLARE_FINAL_TYPE (
    DocketOrganizationPage, docket_organization_page, DOCKET, ORGANIZATION_PAGE, AdwBin)

void docket_organization_page_show (DocketOrganizationPage *self, DocketSignIn *sign_in);

G_END_DECLS
