/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy.h"

G_BEGIN_DECLS

/* The parts of a task that its form shows. */
typedef enum
{
  DOCKET_TASK_PART_TITLE = 1 << 0,
  DOCKET_TASK_PART_DEADLINE = 1 << 1,
  DOCKET_TASK_PART_ASSIGNEES = 1 << 2,
  DOCKET_TASK_PART_DESCRIPTION = 1 << 3,
} DocketTaskParts;

/**
 * DocketTaskValues:
 * @title: never NULL
 * @deadline: (nullable):
 * @users: decimal IDs
 * @guests: e-mail addresses
 * @groups: IDs
 * @description: HTML; "" = none
 */
typedef struct
{
  char *title;
  GDateTime *deadline;
  GStrv users;
  GStrv guests;
  GStrv groups;
  char *description;
} DocketTaskValues;

/* As @task has them. (transfer full) */
DocketTaskValues *docket_task_values_new (TallyfyTask *task);
DocketTaskValues *docket_task_values_copy (const DocketTaskValues *values);
void docket_task_values_free (DocketTaskValues *values);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocketTaskValues, docket_task_values_free)

/* The parts that differ: as people see them. White space, the order of people and the way in which a text is written in
 * HTML make no difference. */
DocketTaskParts docket_task_values_compare (const DocketTaskValues *first, const DocketTaskValues *second);
/* Takes those @parts over from @from. */
void docket_task_values_replace (DocketTaskValues *values, DocketTaskParts parts, const DocketTaskValues *from);
/* Names in @change those @parts of @values, and no other. */
void docket_task_values_apply (const DocketTaskValues *values, DocketTaskParts parts, TallyfyTaskChange *change);

#define DOCKET_TASK_VALUES_TYPE "(ssxasasas)"
/* For a draft. Returns: (transfer floating): of DOCKET_TASK_VALUES_TYPE */
GVariant *docket_task_values_to_variant (const DocketTaskValues *values);
/* @variant: of DOCKET_TASK_VALUES_TYPE. (transfer full) */
DocketTaskValues *docket_task_values_from_variant (GVariant *variant);

G_END_DECLS
