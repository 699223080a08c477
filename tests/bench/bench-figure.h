/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a benchmark has measured, and what is wanted of it. Too much or too little is no failure: it is told as "short". */

/* @name may not be more than @limit. @unit: such as "ms"; "x" for a ratio */
void bench_figure_at_most (const char *name, double value, const char *unit, double limit);
void bench_figure_at_least (const char *name, double value, const char *unit, double limit);

/* The main() of a benchmark: in empty folders of its own, and with @n_files arguments (bench_figure_get_file()). */
int bench_figure_run (int argc, char **argv, int n_files, const char *path, GTestFunc run);
const char *bench_figure_get_file (guint index);

/* Values of one kind. @part: 0.5 = the median. Sorts them. */
double bench_figure_quantile (GArray *values, double part);
#define bench_figure_median(values) bench_figure_quantile (values, 0.5)

G_END_DECLS
