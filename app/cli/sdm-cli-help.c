/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-cli-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* How the program and its commands are called. */

static const char usage[] = N_("Usage:\n"
                               "  evenhand [FILE]\n"
                               "  evenhand check [--json | --report] [--aids=FOLDER] PATH…\n"
                               "                 [--store=FOLDER --clinician=NAME --passphrase-file=FILE]\n"
                               "  evenhand case list [--role=ROLE] [--skill=SKILL] [--aids=FOLDER]\n"
                               "  evenhand case show ID [--aids=FOLDER]\n"
                               "  evenhand letter [--kind=letter|plan-card|before-we-meet|still-right|option-grid|gp-copy]\n"
                               "                  [--format=standard|large|text] [--size=POINTS] [--yellow] [--easy]\n"
                               "                  [--with-text] [--language=LANG] [--aids=FOLDER]\n"
                               "                  CONSULTATION -o FILE\n"
                               "  evenhand letter --kind=paper-twin [OPTION…] AID -o FILE\n"
                               "  evenhand letter --check [--json] [--aids=FOLDER] CONSULTATION\n"
                               "  evenhand record VERB --store=FOLDER [OPTION…] [WORD…]\n"
                               "  evenhand record --help\n"
                               "  evenhand --help\n"
                               "  evenhand --version\n"
                               "\n"
                               "Without a command a window opens. PATH may be a file or a folder, CONSULTATION\n"
                               "may be “-”. “-o FILE” writes over a file of that name. A letter without format,\n"
                               "size, --yellow and --easy is the one that the person needs; --easy begins a line\n"
                               "with each sentence. --with-text writes the same words beside it as plain text.\n"
                               "--check tells what to mend in a letter. AID is a name or a file. --aids may be\n"
                               "given again, and EVENHAND_AIDS may name more folders of decision aids, with a\n"
                               "colon between them. A report tells also who approved the aid, where --store says\n"
                               "in which records. “evenhand record” works with the records in a folder; its own\n"
                               "help says how.\n");

static const char record_usage[] = N_("Usage:\n"
                                      "  evenhand record VERB --store=FOLDER [OPTION…] [WORD…]\n"
                                      "\n"
                                      "Works with the records in FOLDER: those of practice, or with a name and a passphrase\n"
                                      "those of real patients.\n"
                                      "\n"
                                      "  init                  make the records of real patients, and tell their recovery code\n"
                                      "  recovery-code         make a new recovery code; the old one opens nothing any more\n"
                                      "                        with --clinician and a new passphrase, let in who has only\n"
                                      "                        the code, again or for the first time\n"
                                      "  confirm GROUP GROUP   type back the two groups of it that are asked for;\n"
                                      "                        without them, say which these are\n"
                                      "  enrol                 let in another clinician, or change your own passphrase\n"
                                      "  leaver NAME           let somebody sign in no more, and give the records a new key\n"
                                      "  rotate                give the records a new key, or go on where that was cut off\n"
                                      "  list                  list drafts, then finished records: id, version, status,\n"
                                      "                        when it was changed, decision aid, patient\n"
                                      "  find                  find patients and consultations by one of the options below;\n"
                                      "                        a patient is told with id, NHS number, date of birth, name\n"
                                      "  join KEEP OTHER       make one patient of two, which cannot be undone: the\n"
                                      "                        consultations of OTHER go to KEEP; needs --reason\n"
                                      "  audit                 list who saw and did what of --patient=ID, and when\n"
                                      "  show ID               write out a consultation\n"
                                      "  import FILE…          take in consultations, each into the records of its kind\n"
                                      "  export ID             give out a consultation, which is noted as such\n"
                                      "  check                 look through all of the records; “verify” is the same\n"
                                      "  backup                make a checked copy; for practice with its key, FILE.key\n"
                                      "                        in a folder, keep the last of 7 days, 5 weeks, 12 months\n"
                                      "  approve AID.json      sign a decision aid, as it is to the byte; two people approve it\n"
                                      "  withdraw-approval AID.json\n"
                                      "                        take away the signatures under it; say why with --reason\n"
                                      "  approvals             list what was signed: id, version, whether it is approved and\n"
                                      "                        still the same, by whom, SHA-256\n"
                                      "  restore FILE          put a backup in place; what was there stays beside it\n"
                                      "  rescue                list what can still be read of damaged records of patients;\n"
                                      "                        with -o FOLDER, write it there as JSON and text\n"
                                      "\n"
                                      "  --store=FOLDER                where the records are\n"
                                      "  --clinician=NAME              who you are\n"
                                      "  --passphrase-file=FILE        a file whose first line is your passphrase\n"
                                      "  --passphrase-fd=NUMBER        an open file descriptor to read it from\n"
                                      "  --recovery-code-file=FILE     the recovery code instead, for recovery-code and\n"
                                      "  --recovery-code-fd=NUMBER     restore; it is good for one use\n"
                                      "  --name=NAME                   for enrol: who is let in; your own name for yourself\n"
                                      "  --new-passphrase-file=FILE    for enrol and recovery-code: a file whose first line\n"
                                      "  --new-passphrase-fd=NUMBER    is the new passphrase, or an open file descriptor\n"
                                      "  --reason=WORDS                for leaver and withdraw-approval: why; for join: how it\n"
                                      "                                is known that they are the same person; it is noted\n"
                                      "  --role=ROLE                   for init, enrol and recovery-code: what that person\n"
                                      "                                is, such as GP\n"
                                      "  --text                        for export: a short text for the GP record\n"
                                      "  --json                        for audit: as JSON\n"
                                      "  -o, --output=FILE             for export and backup: where to write; export writes\n"
                                      "                                over a file of that name, backup never does;\n"
                                      "                                for backup also a folder\n"
                                      "  --aids=FOLDER                 for import and approvals: more decision aids; may be\n"
                                      "                                given again\n"
                                      "  --accept=FIGURE               for approve: the id of a figure that was read\n"
                                      "                                second-hand; given again for each of these\n"
                                      "  --heads=FILE                  for check: compare with “evenhand-records-heads.txt”,\n"
                                      "                                which lies beside a backup, too\n"
                                      "\n"
                                      "  --patient=ID                  for find and audit: the id of a patient\n"
                                      "  --nhs-number=NUMBER           for find: with or without spaces\n"
                                      "  --surname=NAME --born=DAY     for find: both together\n"
                                      "  --name=BEGINNING              for find: the beginning of one name or of several\n"
                                      "  --day=DAY                     for find: begun on that day\n"
                                      "  --until=DAY                   with --day: from that day to this\n"
                                      "  --by=NAME                     for find: begun by this clinician; --day may narrow it\n"
                                      "  --aid=ID                      for find: with this decision aid\n"
                                      "  --drafts                      for find: what is not final\n"
                                      "  --due=DAY                     for find: reviews due by then, at most a year overdue\n");

/**
 * sdm_cli_get_help:
 * @command: (nullable): the name of a command
 *
 * Returns: (transfer none): how it is called, or where it has no help of its own, how the
 *   program is
 */
const char *
sdm_cli_get_help (const char *command)
{
  return g_strcmp0 (command, "record") == 0 ? _(record_usage) : _(usage);
}
