/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Every state that the world of removals can reach, breadth first, until there is no new one: one
 * removal with up to three faults and two crashes, and two removals of the same task with fewer.
 * From each state everything can be brought to an end.
 *
 *   exploration [DOCUMENT]      also compares the arrows of its diagram with those that it saw
 *   exploration --transitions   prints them */
#include "diagram.h"
#include "world.h"

#include <string.h>

#define N_WORDS 5

typedef struct
{
  guint64 words[N_WORDS];
} Key;

/* How far one exploration goes. */
typedef struct
{
  guint n_removals;
  guint max_faults;
  guint max_crashes;
} Limits;

typedef struct
{
  World world;
  guint n_faults;
  guint n_crashes;
} Node;

/* The known states: a table with open addressing, and of each, by number, what follows when all
 * goes well. */
typedef struct
{
  Key *keys; /* word 0 is 0: free */
  guint *numbers;
  gsize n_slots;
  GArray *next; /* of guint; AT_REST */
} Known;

#define AT_REST G_MAXUINT

static guint64 n_states;
static guint64 n_transitions;

static void
pack (guint64 *word, guint *used, guint64 value, guint bits)
{
  g_assert (value < (G_GUINT64_CONSTANT (1) << bits) && *used + bits <= 64);
  *word |= value << *used;
  *used += bits;
}

static guint64
pack_core (const Removal *removal)
{
  const DocketRemovalCore *core = &removal->core;
  guint64 word = 0;
  guint used = 0;

  pack (&word, &used, core->state, 4);
  pack (&word, &used, core->outcome, 4);
  pack (&word, &used, core->finding, 2);
  pack (&word, &used, core->n_sent, 2);
  pack (&word, &used, core->n_watched, 2);
  pack (&word, &used, core->n_gone, 2);
  pack (&word, &used, core->was_archived, 1);
  pack (&word, &used, core->noted, 1);
  pack (&word, &used, core->missing, 1);
  pack (&word, &used, core->asked_again, 1);
  pack (&word, &used, core->looked_up_at != 0, 1);
  pack (&word, &used, core->looked_up_at == removal->found_at, 1);
  pack (&word, &used, core->keeps_copy, 1);
  pack (&word, &used, core->compares, 1);
  pack (&word, &used, removal->pending, 9);
  pack (&word, &used, removal->entry.stage, 3);
  pack (&word, &used, removal->entry.outcome, 4);
  pack (&word, &used, removal->entry.has_copy, 1);
  return word;
}

static guint64
pack_books (const Removal *removal)
{
  guint64 word = 0;
  guint used = 0;

  for (guint i = 0; i < G_N_ELEMENTS (removal->requests); i++)
    {
      const Request *request = &removal->requests[i];

      pack (&word, &used, request->state, 2);
      pack (&word, &used, request->state != REQUEST_NONE && request->forgotten, 1);
      pack (&word, &used, request->state == REQUEST_ANSWERED ? request->answer : 0, 5);
    }
  pack (&word, &used, removal->asked, 1);
  pack (&word, &used, removal->live, 1);
  pack (&word, &used, removal->told, 1);
  pack (&word, &used, removal->half_looked, 1);
  pack (&word, &used, removal->n_sent, 2);
  pack (&word, &used, removal->turned_away, 1);
  pack (&word, &used, removal->crashed, 1);
  pack (&word, &used, removal->late, 1);
  pack (&word, &used, removal->cut_off, 1);
  pack (&word, &used, removal->fetched, 1);
  pack (&word, &used, removal->acted, 1);
  pack (&word, &used, removal->closed, 1);
  pack (&word, &used, removal->lost_note, 1);
  pack (&word, &used, removal->seen, 3);
  pack (&word, &used, removal->n_due, 2);
  pack (&word, &used, removal->look_true, 1);
  pack (&word, &used, removal->found_true, 1);
  return word;
}

static Key
make_key (const Node *node)
{
  Key key = { 0 };
  guint used = 0;

  pack (&key.words[0], &used, 1, 1);
  pack (&key.words[0], &used, node->world.tasks[0], 2);
  pack (&key.words[0], &used, node->n_faults, 3);
  pack (&key.words[0], &used, node->n_crashes, 3);
  for (guint i = 0; i < node->world.n_removals; i++)
    {
      key.words[1 + 2 * i] = pack_core (&node->world.removals[i]);
      key.words[2 + 2 * i] = pack_books (&node->world.removals[i]);
    }
  return key;
}

static gsize
find_slot (const Known *known, const Key *key)
{
  guint64 hash = 0;
  gsize slot;

  for (guint i = 0; i < N_WORDS; i++)
    hash = (hash ^ key->words[i] ^ (hash >> 29)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  slot = (hash ^ (hash >> 32)) & (known->n_slots - 1);
  while (known->keys[slot].words[0] != 0 && memcmp (&known->keys[slot], key, sizeof *key) != 0)
    slot = (slot + 1) & (known->n_slots - 1);
  return slot;
}

static void
grow (Known *known)
{
  Known larger = { .n_slots = known->n_slots * 2, .next = known->next };

  larger.keys = g_new0 (Key, larger.n_slots);
  larger.numbers = g_new0 (guint, larger.n_slots);
  for (gsize i = 0; i < known->n_slots; i++)
    if (known->keys[i].words[0] != 0)
      {
        gsize slot = find_slot (&larger, &known->keys[i]);

        larger.keys[slot] = known->keys[i];
        larger.numbers[slot] = known->numbers[i];
      }
  g_free (known->keys);
  g_free (known->numbers);
  *known = larger;
}

/* @number: (out): of the state. Returns: whether it is a new one */
static gboolean
learn (Known *known, const Node *node, guint *number)
{
  Key key = make_key (node);
  const guint none = AT_REST;
  gsize slot;

  if ((gsize)known->next->len * 2 > known->n_slots)
    grow (known);
  slot = find_slot (known, &key);
  *number = known->numbers[slot];
  if (known->keys[slot].words[0] != 0)
    return FALSE;
  *number = known->numbers[slot] = known->next->len;
  known->keys[slot] = key;
  g_array_append_val (known->next, none);
  return TRUE;
}

/* Only the removals that there are: a queue is long. */
static gsize
get_size (const World *world)
{
  return G_STRUCT_OFFSET (World, removals) + world->n_removals * sizeof (Removal);
}

/* A state that is still to be looked at. */
typedef struct
{
  guint number;
  guint n_faults;
  guint n_crashes;
  World *world; /* cut off after its removals */
} Waiting;

static void
enqueue (GQueue *queue, const Node *node, guint number)
{
  Waiting *waiting = g_new (Waiting, 1);

  waiting->number = number;
  waiting->n_faults = node->n_faults;
  waiting->n_crashes = node->n_crashes;
  waiting->world = g_memdup2 (&node->world, get_size (&node->world));
  g_queue_push_tail (queue, waiting);
}

/* Returns: its number */
static guint
dequeue (GQueue *queue, Node *node)
{
  Waiting *waiting = g_queue_pop_head (queue);
  guint number = waiting->number;

  node->n_faults = waiting->n_faults;
  node->n_crashes = waiting->n_crashes;
  memcpy (&node->world, waiting->world, get_size (waiting->world));
  g_free (waiting->world);
  g_free (waiting);
  return number;
}

static void
copy_node (Node *to, const Node *from)
{
  to->n_faults = from->n_faults;
  to->n_crashes = from->n_crashes;
  memcpy (&to->world, &from->world, get_size (&from->world));
}

/* What comes twice or out of turn changes nothing. */
static const char *
check_strays (Node *node)
{
  const char *violation = NULL;

  world_set_observer (NULL);
  for (guint i = 0; i < node->world.n_removals && violation == NULL; i++)
    for (guint type = DOCKET_EVENT_FETCHED; type < DOCKET_N_EVENTS && violation == NULL; type++)
      violation = world_apply_stray (&node->world, i, (DocketEventType)type);
  world_set_observer (diagram_note_cb);
  return violation;
}

static const char *
follow (GQueue *queue, Known *known, const Node *node, guint number, const Action *action)
{
  static Node next;
  const char *violation;
  guint reached;

  copy_node (&next, node);
  next.n_crashes += action->verb == VERB_CRASH;
  next.n_faults += action->verb != VERB_CRASH && verb_is_fault (action->verb);
  violation = world_apply (&next.world, action);
  n_transitions++;
  if (violation != NULL)
    return violation;
  if (learn (known, &next, &reached))
    enqueue (queue, &next, reached);
  if (verb_is_progress (action->verb) && g_array_index (known->next, guint, number) == AT_REST)
    g_array_index (known->next, guint, number) = reached;
  return NULL;
}

static const char *
expand (GQueue *queue, Known *known, Node *node, guint number, const Limits *limits)
{
  Action actions[WORLD_MAX_ACTIONS];
  guint n = world_list_actions (&node->world, actions);
  const char *violation = check_strays (node);

  for (guint i = 0; i < n && violation == NULL; i++)
    if (actions[i].verb == VERB_CRASH
            ? node->n_crashes < limits->max_crashes
            : !verb_is_fault (actions[i].verb) || node->n_faults < limits->max_faults)
      violation = follow (queue, known, node, number, &actions[i]);
  if (violation == NULL && g_array_index (known->next, guint, number) == AT_REST
      && !world_is_at_rest (&node->world))
    violation = "no way to an end";
  return violation;
}

/* From every state the way on which all goes well comes to rest. Each is walked until one that is
 * known to. */
static const char *
check_ends (const Known *known)
{
  g_autofree guint8 *walked = g_new0 (guint8, known->next->len);

  for (guint i = 0; i < known->next->len; i++)
    {
      guint at = i;

      for (; at != AT_REST && walked[at] == 0; at = g_array_index (known->next, guint, at))
        walked[at] = 1;
      if (at != AT_REST && walked[at] == 1)
        return "a way that goes in circles";
      for (at = i; at != AT_REST && walked[at] == 1; at = g_array_index (known->next, guint, at))
        walked[at] = 2;
    }
  return NULL;
}

static const char *
explore (const World *world, const Limits *limits)
{
  static Node node;
  g_autoptr (GQueue) queue = g_queue_new ();
  Known known = { g_new0 (Key, 1 << 12), g_new0 (guint, 1 << 12), 1 << 12, NULL };
  const char *violation = NULL;
  guint number;

  known.next = g_array_new (FALSE, FALSE, sizeof (guint));
  node = (Node){ .world = *world };
  learn (&known, &node, &number);
  enqueue (queue, &node, number);
  while (!g_queue_is_empty (queue))
    {
      number = dequeue (queue, &node);
      if (violation == NULL)
        violation = expand (queue, &known, &node, number, limits);
    }
  if (violation == NULL)
    violation = check_ends (&known);
  n_states += known.next->len;
  g_array_unref (known.next);
  g_free (known.keys);
  g_free (known.numbers);
  return violation;
}

/* Each choice of what is asked for, as the digits of @choice. Returns: FALSE where there is none */
static gboolean
set_up (World *world, guint n_removals, guint choice)
{
  memset (world, 0, sizeof *world);
  world->stands_still = TRUE;
  world->now = 1000;
  world->n_tasks = 1;
  world->n_removals = n_removals;
  world->hides_archived = choice % 2 != 0;
  choice /= 2;
  world->tasks[0] = (TaskState)(choice % 3);
  choice /= 3;
  for (guint i = 0; i < n_removals; i++)
    {
      DocketRemovalCore *core = &world->removals[i].core;

      core->kind = (DocketRemovalKind)(choice % 3);
      choice /= 3;
      core->keeps_copy = n_removals == 1 ? choice % 2 != 0 : core->kind == DOCKET_REMOVAL_DELETE;
      choice /= n_removals == 1 ? 2 : 1;
      core->compares = n_removals == 1 && choice % 2 != 0;
      choice /= n_removals == 1 ? 2 : 1;
    }
  return choice == 0;
}

static int
explore_all (int number, const char *what, const Limits *limits)
{
  World world;
  const char *violation = NULL;
  guint choice = 0;

  n_states = n_transitions = 0;
  while (violation == NULL && set_up (&world, limits->n_removals, choice))
    {
      violation = explore (&world, limits);
      choice++;
    }
  g_print ("# %s: %" G_GUINT64_FORMAT " states, %" G_GUINT64_FORMAT " transitions\n", what,
           n_states, n_transitions);
  if (violation != NULL)
    g_print ("# choice %u: %s\n", choice - 1, violation);
  g_print ("%s %d - %s\n", violation == NULL ? "ok" : "not ok", number, what);
  return violation == NULL ? 0 : 1;
}

int
main (int argc, char **argv)
{
  static const Limits one = { 1, 3, 2 };
  static const Limits two = { 2, 1, 1 };
  gboolean transitions = argc > 1 && g_str_equal (argv[1], "--transitions");
  g_autofree char *diagram = NULL;
  int failed;

  world_set_observer (diagram_note_cb);
  if (!transitions)
    g_print ("1..%d\n", argc > 1 ? 3 : 2);
  failed = explore_all (1, "one removal, three faults, two crashes", &one);
  failed |= explore_all (2, "two removals of the same task, one fault, one crash", &two);
  if (transitions)
    {
      diagram = diagram_draw ();
      g_print ("%s", diagram);
    }
  else if (argc > 1)
    failed |= diagram_compare (3, argv[1]);
  return failed;
}
