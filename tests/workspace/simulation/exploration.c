/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Every state that the world of removals can reach, breadth first, until there is no new one: one
 * removal with up to three faults and two crashes, and two removals of the same task with up to
 * two faults and one crash. From each state everything can be brought to an end.
 *
 *   exploration [DOCUMENT]      also compares the arrows of its diagram with those that it saw
 *   exploration --transitions   prints them */
#include "diagram.h"
#include "world.h"

#include <string.h>

#define N_WORDS 5
#define MAX_FAULTS 3
#define MAX_CRASHES 2
#define AT_REST G_MAXUINT
#define UNREACHED G_MAXUINT8

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

/* What is known of a state. */
typedef struct
{
  guint next;                     /* what follows when all goes well, or AT_REST */
  guint8 faults[MAX_CRASHES + 1]; /* by crashes: the fewest it was reached with, or UNREACHED */
} State;

/* The known states: a table with open addressing, and each by number. */
typedef struct
{
  Key *keys; /* word 0 is 0: free */
  guint *numbers;
  gsize n_slots;
  GArray *states; /* of State */
} Known;

/* What is still to be looked at, in the order of crashes and then of faults. */
typedef struct
{
  GQueue queues[MAX_CRASHES + 1][MAX_FAULTS + 1];
} Agenda;

static guint64 n_states;
static guint64 n_transitions;

static void
pack (guint64 *word, guint *used, guint64 value, guint bits)
{
  g_assert (value < (G_GUINT64_CONSTANT (1) << bits) && *used + bits <= 64);
  *word |= value << *used;
  *used += bits;
}

/* A core that died with the program is never asked again: of it only what a new one begins with
 * makes a difference. */
static guint64
pack_core (const Removal *removal)
{
  const DocketRemovalCore dead = { .was_archived = removal->core.was_archived };
  const DocketRemovalCore *core = removal->crashed && !removal->live ? &dead : &removal->core;
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
  pack (&word, &used, core != &dead && core->looked_up_at == removal->found_at, 1);
  pack (&word, &used, core->keeps_copy, 1);
  pack (&word, &used, core->compares, 1);
  pack (&word, &used, removal->pending, 9);
  pack (&word, &used, removal->entry.stage, 3);
  pack (&word, &used, removal->entry.outcome, 4);
  pack (&word, &used, !removal->crashed && removal->entry.has_copy, 1);
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
  pack (&word, &used, removal->crashed, 1);
  /* After a crash any request is one too many. */
  pack (&word, &used, removal->crashed ? 0 : removal->n_sent, 2);
  pack (&word, &used, !removal->crashed && removal->turned_away, 1);
  pack (&word, &used, !removal->crashed && removal->late, 1);
  pack (&word, &used, !removal->crashed && removal->cut_off, 1);
  pack (&word, &used, !removal->crashed && removal->fetched, 1);
  pack (&word, &used, removal->acted, 1);
  pack (&word, &used, removal->live && removal->closed, 1);
  pack (&word, &used, removal->lost_note, 1);
  pack (&word, &used, removal->seen, 3);
  pack (&word, &used, removal->live ? removal->n_due : 0, 2);
  pack (&word, &used, removal->look_true, 1);
  pack (&word, &used, removal->found_true, 1);
  return word;
}

/* Of two removals of one kind it does not matter which is which. */
static Key
make_key (const World *world)
{
  Key key = { 0 };
  const Removal *removals = world->removals;
  gboolean alike = world->n_removals == 2 && removals[0].core.kind == removals[1].core.kind;
  guint used = 0;

  pack (&key.words[0], &used, 1, 1);
  pack (&key.words[0], &used, world->tasks[0], 2);
  for (guint i = 0; i < world->n_removals; i++)
    {
      key.words[1 + 2 * i] = pack_core (&removals[i]);
      key.words[2 + 2 * i] = pack_books (&removals[i]);
    }
  if (alike && memcmp (&key.words[1], &key.words[3], 2 * sizeof key.words[0]) > 0)
    key = (Key){ { key.words[0], key.words[3], key.words[4], key.words[1], key.words[2] } };
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
  Known larger = { .n_slots = known->n_slots * 2, .states = known->states };

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

static State *
get_state (const Known *known, guint number)
{
  return &g_array_index (known->states, State, number);
}

static guint
find_number (Known *known, const Node *node)
{
  Key key = make_key (&node->world);
  State unreached = { .next = AT_REST };
  gsize slot;

  if ((gsize)known->states->len * 2 > known->n_slots)
    grow (known);
  slot = find_slot (known, &key);
  if (known->keys[slot].words[0] == 0)
    {
      known->keys[slot] = key;
      known->numbers[slot] = known->states->len;
      memset (unreached.faults, UNREACHED, sizeof unreached.faults);
      g_array_append_val (known->states, unreached);
    }
  return known->numbers[slot];
}

/* What was reached before with no more faults and no more crashes leads to nothing new now.
 *
 * @number: (out): of the state. Returns: whether it is to be looked at */
static gboolean
learn (Known *known, const Node *node, guint *number)
{
  State *state;

  *number = find_number (known, node);
  state = get_state (known, *number);
  for (guint i = 0; i <= node->n_crashes; i++)
    if (state->faults[i] <= node->n_faults)
      return FALSE;
  state->faults[node->n_crashes] = (guint8)node->n_faults;
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
  World *world; /* cut off after its removals */
} Waiting;

static void
enqueue (Agenda *agenda, const Node *node, guint number)
{
  Waiting *waiting = g_new (Waiting, 1);

  waiting->number = number;
  waiting->world = g_memdup2 (&node->world, get_size (&node->world));
  g_queue_push_tail (&agenda->queues[node->n_crashes][node->n_faults], waiting);
}

/* Returns: its number */
static guint
dequeue (GQueue *queue, Node *node)
{
  Waiting *waiting = g_queue_pop_head (queue);
  guint number = waiting->number;

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
follow (Agenda *agenda, Known *known, const Node *node, guint number, const Action *action)
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
    enqueue (agenda, &next, reached);
  if (verb_is_progress (action->verb) && get_state (known, number)->next == AT_REST)
    get_state (known, number)->next = reached;
  return NULL;
}

static const char *
expand (Agenda *agenda, Known *known, Node *node, guint number, const Limits *limits)
{
  static Action actions[WORLD_MAX_ACTIONS];
  guint n = world_list_actions (&node->world, actions);
  const char *violation = check_strays (node);

  for (guint i = 0; i < n && violation == NULL; i++)
    if (actions[i].verb == VERB_CRASH
            ? node->n_crashes < limits->max_crashes
            : !verb_is_fault (actions[i].verb) || node->n_faults < limits->max_faults)
      violation = follow (agenda, known, node, number, &actions[i]);
  if (violation == NULL && get_state (known, number)->next == AT_REST
      && !world_is_at_rest (&node->world))
    violation = "no way to an end";
  return violation;
}

/* From every state the way on which all goes well comes to rest. Each is walked until one that is
 * known to. */
static const char *
check_ends (const Known *known)
{
  g_autofree guint8 *walked = g_new0 (guint8, known->states->len);

  for (guint i = 0; i < known->states->len; i++)
    {
      guint at = i;

      for (; at != AT_REST && walked[at] == 0; at = get_state (known, at)->next)
        walked[at] = 1;
      if (at != AT_REST && walked[at] == 1)
        return "a way that goes in circles";
      for (at = i; at != AT_REST && walked[at] == 1; at = get_state (known, at)->next)
        walked[at] = 2;
    }
  return NULL;
}

static const char *
look_at_all (Agenda *agenda, Known *known, const Limits *limits)
{
  static Node node;
  const char *violation = NULL;

  for (node.n_crashes = 0; node.n_crashes <= limits->max_crashes; node.n_crashes++)
    for (node.n_faults = 0; node.n_faults <= limits->max_faults; node.n_faults++)
      while (!g_queue_is_empty (&agenda->queues[node.n_crashes][node.n_faults]))
        {
          guint number = dequeue (&agenda->queues[node.n_crashes][node.n_faults], &node);

          if (violation == NULL)
            violation = expand (agenda, known, &node, number, limits);
        }
  return violation;
}

static const char *
explore (const World *world, const Limits *limits)
{
  static Node first;
  Agenda agenda = { 0 };
  Known known = { g_new0 (Key, 1 << 12), g_new0 (guint, 1 << 12), 1 << 12, NULL };
  const char *violation;
  guint number;

  known.states = g_array_new (FALSE, FALSE, sizeof (State));
  first = (Node){ .world = *world };
  learn (&known, &first, &number);
  enqueue (&agenda, &first, number);
  violation = look_at_all (&agenda, &known, limits);
  if (violation == NULL)
    violation = check_ends (&known);
  n_states += known.states->len;
  g_array_unref (known.states);
  g_free (known.keys);
  g_free (known.numbers);
  return violation;
}

/* Two of one task are asked for in any order: the mirror image of a choice is the same. */
static gboolean
is_mirrored (const World *world)
{
  return world->n_removals == 2 && world->removals[0].core.kind > world->removals[1].core.kind;
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
      if (!is_mirrored (&world))
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
  static const Limits two = { 2, 2, 1 };
  gboolean transitions = argc > 1 && g_str_equal (argv[1], "--transitions");
  g_autofree char *diagram = NULL;
  int failed;

  world_set_observer (diagram_note_cb);
  if (!transitions)
    g_print ("1..%d\n", argc > 1 ? 3 : 2);
  failed = explore_all (1, "one removal, three faults, two crashes", &one);
  failed |= explore_all (2, "two removals of the same task, two faults, one crash", &two);
  if (transitions)
    {
      diagram = diagram_draw ();
      g_print ("%s", diagram);
    }
  else if (argc > 1)
    failed |= diagram_compare (3, argv[1]);
  return failed;
}
