/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "bench-figure.h"

#include <stdio.h>

#include "folders.h"

static char **arguments;

/* build-aux/bench looks for these lines. */
static void
tell (const char *name,
      double value,
      const char *unit,
      const char *sense,
      double limit,
      gboolean good)
{
  printf ("figure\t%s\t", name);
  printf (value >= 1000 ? "%.0f" : "%.4g", value);
  printf ("\t%s\t%s %g\t%s\n", unit, sense, limit, good ? "ok" : "short");
  fflush (stdout);
}

void
bench_figure_at_most (const char *name, double value, const char *unit, double limit)
{
  tell (name, value, unit, "<=", limit, value <= limit);
}

void
bench_figure_at_least (const char *name, double value, const char *unit, double limit)
{
  tell (name, value, unit, ">=", limit, value >= limit);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const double first = *(const double *)a;
  const double second = *(const double *)b;

  return (first > second) - (first < second);
}

double
bench_figure_quantile (GArray *values, double part)
{
  g_return_val_if_fail (values->len > 0, 0);

  g_array_sort (values, compare);
  return g_array_index (values, double, MIN ((guint)(part * values->len), values->len - 1));
}

int
bench_figure_run (int argc, char **argv, int n_files, const char *path, GTestFunc run)
{
  folders_init (&argc, &argv, FALSE);
  /* That of tests says whatever there is to say, which takes time. */
  g_log_set_default_handler (g_log_default_handler, NULL);
  g_assert_cmpint (argc, ==, n_files + 1);
  arguments = argv;
  folders_add_func (path, run);
  return folders_run ();
}

const char *
bench_figure_get_file (guint index)
{
  if (!g_file_test (arguments[index + 1], G_FILE_TEST_EXISTS))
    g_error ("%s is not there: build-aux/bench makes it", arguments[index + 1]);
  return arguments[index + 1];
}
