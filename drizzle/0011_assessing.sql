CREATE TABLE "answer" (
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"source" smallint NOT NULL,
	"kind" text NOT NULL,
	"level" smallint,
	"exempt_until" date,
	"exempt_reason" text,
	"note" text,
	"ticks" text[] DEFAULT '{}'::text[] NOT NULL,
	"unchanged_since" date,
	"undefined_confirmed" boolean DEFAULT false NOT NULL,
	"seen_sequence" bigint DEFAULT 0 NOT NULL,
	"revision" bigint GENERATED ALWAYS AS IDENTITY (sequence name "answer_revision_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"writer_user_id" uuid,
	"writer_name" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "answer_organisation_id_person_id_skill_id_source_pk" PRIMARY KEY("organisation_id","person_id","skill_id","source"),
	CONSTRAINT "answer_source_known" CHECK ("answer"."source" between 1 and 3),
	CONSTRAINT "answer_kind_known" CHECK ("answer"."kind" in ('level', 'not-observed', 'exempt', 'none')),
	CONSTRAINT "answer_level_whole" CHECK (("answer"."kind" = 'level') = ("answer"."level" is not null) and ("answer"."level" is null or "answer"."level" between 0 and 9)),
	CONSTRAINT "answer_exempt_whole" CHECK (("answer"."kind" = 'exempt') = ("answer"."exempt_until" is not null) and ("answer"."kind" = 'exempt') = ("answer"."exempt_reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "cycle_participant" (
	"organisation_id" uuid NOT NULL,
	"cycle_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"team_id" uuid,
	"self_in_at" timestamp with time zone,
	"manager_in_at" timestamp with time zone,
	"manager_in_user_id" uuid,
	"manager_in_name" text,
	"revealed_at" timestamp with time zone,
	"agreed_at" timestamp with time zone,
	"agreed_name" text,
	"moderated_at" timestamp with time zone,
	"moderated_name" text,
	"exempt_reason" text,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "cycle_participant_organisation_id_cycle_id_person_id_pk" PRIMARY KEY("organisation_id","cycle_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "cycle_reminder" (
	"organisation_id" uuid NOT NULL,
	"cycle_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"sent_on" date NOT NULL,
	CONSTRAINT "cycle_reminder_organisation_id_cycle_id_user_id_sent_on_pk" PRIMARY KEY("organisation_id","cycle_id","user_id","sent_on")
);
--> statement-breakpoint
CREATE TABLE "dispute" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"cycle_id" uuid,
	"assessment_id" uuid NOT NULL,
	"words" text NOT NULL,
	"raised_by_user_id" uuid,
	"raised_on" date NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"outcome" text,
	"settled_on" date,
	"settled_at" timestamp with time zone,
	CONSTRAINT "dispute_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "dispute_settled_whole" CHECK (("dispute"."outcome" is null) = ("dispute"."settled_at" is null) and ("dispute"."settled_at" is null) = ("dispute"."settled_on" is null)),
	CONSTRAINT "dispute_outcome_known" CHECK ("dispute"."outcome" is null or "dispute"."outcome" in ('kept', 'changed', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"source" smallint NOT NULL,
	"summary" text,
	"situation" text,
	"task" text,
	"action" text,
	"result" text,
	"links" text[] DEFAULT '{}'::text[] NOT NULL,
	"happened_on" date,
	"happened_until" date,
	"author_user_id" uuid,
	"author_name" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "evidence_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "evidence_source_known" CHECK ("evidence"."source" in (1, 2)),
	CONSTRAINT "evidence_says_something" CHECK (coalesce("evidence"."summary", "evidence"."situation", "evidence"."task", "evidence"."action", "evidence"."result") is not null),
	CONSTRAINT "evidence_ends_after_beginning" CHECK ("evidence"."happened_until" is null or "evidence"."happened_until" >= "evidence"."happened_on")
);
--> statement-breakpoint
CREATE TABLE "moderation_decision" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"cycle_id" uuid,
	"dispute_id" uuid,
	"kind" text NOT NULL,
	"level_before" smallint,
	"level_after" smallint,
	"reason" text NOT NULL,
	"decided_by_user_id" uuid,
	"decided_by_name" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "moderation_decision_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "moderation_decision_kind_known" CHECK ("moderation_decision"."kind" in ('kept', 'changed'))
);
--> statement-breakpoint
CREATE TABLE "confirmed_score" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"scheme_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"cycle_id" uuid,
	"rules" jsonb NOT NULL,
	"suggested_points" real NOT NULL,
	"suggested_band" text,
	"confirmed_band" text,
	"reason" text,
	"confirmed_by_user_id" uuid,
	"confirmed_by_name" text NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "confirmed_score_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "confirmed_score_reason_given" CHECK ("confirmed_score"."suggested_band" is not distinct from "confirmed_score"."confirmed_band" or "confirmed_score"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "scoring_scheme" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"rules" jsonb NOT NULL,
	"is_on" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "scoring_scheme_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "scoring_scheme_name" UNIQUE("organisation_id","name")
);
--> statement-breakpoint
CREATE TABLE "spreadsheet_import" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"format" text NOT NULL,
	"state" text NOT NULL,
	"file" "bytea",
	"sheets" jsonb,
	"mapping" jsonb,
	"refusal" text,
	"summary" jsonb,
	"steps_done" integer DEFAULT 0 NOT NULL,
	"steps" integer DEFAULT 1 NOT NULL,
	"claimed_at" timestamp with time zone,
	"importer_user_id" uuid,
	"importer_name" text NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"applied_at" timestamp with time zone,
	CONSTRAINT "spreadsheet_import_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "spreadsheet_import_kind_known" CHECK ("spreadsheet_import"."kind" in ('people', 'assessments')),
	CONSTRAINT "spreadsheet_import_state_known" CHECK ("spreadsheet_import"."state" in ('reading', 'refused', 'open', 'applying', 'applied', 'discarded')),
	CONSTRAINT "spreadsheet_import_format_known" CHECK ("spreadsheet_import"."format" in ('csv', 'xlsx', 'ods'))
);
--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "exempt_until" date;--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "exempt_reason" text;--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "ticks" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "unchanged_since" date;--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "undefined_confirmed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "current_assessment" ADD COLUMN "agreed_exempt_until" date;--> statement-breakpoint
ALTER TABLE "current_assessment" ADD COLUMN "disputed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "cycle" ADD COLUMN "state" text DEFAULT 'planned' NOT NULL;--> statement-breakpoint
ALTER TABLE "cycle" ADD COLUMN "team_id" uuid;--> statement-breakpoint
ALTER TABLE "cycle" ADD COLUMN "self_due_on" date;--> statement-breakpoint
ALTER TABLE "cycle" ADD COLUMN "manager_due_on" date;--> statement-breakpoint
ALTER TABLE "cycle" ADD COLUMN "conversation_due_on" date;--> statement-breakpoint
ALTER TABLE "cycle" ADD COLUMN "moderation_due_on" date;--> statement-breakpoint
ALTER TABLE "cycle" ADD COLUMN "hides_voices" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "cycle" ADD COLUMN "reminds_by_mail" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "cycle" ADD COLUMN "opened_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cycle" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cycle" ADD COLUMN "closed_by_name" text;--> statement-breakpoint
ALTER TABLE "cycle" ADD COLUMN "closing_note" text;--> statement-breakpoint
ALTER TABLE "cycle" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_person_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."person"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_skill_fk" FOREIGN KEY ("organisation_id","skill_id") REFERENCES "public"."skill"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_participant" ADD CONSTRAINT "cycle_participant_cycle_fk" FOREIGN KEY ("organisation_id","cycle_id") REFERENCES "public"."cycle"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_participant" ADD CONSTRAINT "cycle_participant_person_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."person"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_participant" ADD CONSTRAINT "cycle_participant_team_fk" FOREIGN KEY ("organisation_id","team_id") REFERENCES "public"."team"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_reminder" ADD CONSTRAINT "cycle_reminder_cycle_fk" FOREIGN KEY ("organisation_id","cycle_id") REFERENCES "public"."cycle"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_person_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."person"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_skill_fk" FOREIGN KEY ("organisation_id","skill_id") REFERENCES "public"."skill"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_cycle_fk" FOREIGN KEY ("organisation_id","cycle_id") REFERENCES "public"."cycle"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_assessment_fk" FOREIGN KEY ("organisation_id","assessment_id") REFERENCES "public"."assessment"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_person_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."person"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_skill_fk" FOREIGN KEY ("organisation_id","skill_id") REFERENCES "public"."skill"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_decision" ADD CONSTRAINT "moderation_decision_person_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."person"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_decision" ADD CONSTRAINT "moderation_decision_skill_fk" FOREIGN KEY ("organisation_id","skill_id") REFERENCES "public"."skill"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_decision" ADD CONSTRAINT "moderation_decision_cycle_fk" FOREIGN KEY ("organisation_id","cycle_id") REFERENCES "public"."cycle"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_decision" ADD CONSTRAINT "moderation_decision_dispute_fk" FOREIGN KEY ("organisation_id","dispute_id") REFERENCES "public"."dispute"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmed_score" ADD CONSTRAINT "confirmed_score_scheme_fk" FOREIGN KEY ("organisation_id","scheme_id") REFERENCES "public"."scoring_scheme"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmed_score" ADD CONSTRAINT "confirmed_score_person_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."person"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmed_score" ADD CONSTRAINT "confirmed_score_cycle_fk" FOREIGN KEY ("organisation_id","cycle_id") REFERENCES "public"."cycle"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scoring_scheme" ADD CONSTRAINT "scoring_scheme_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spreadsheet_import" ADD CONSTRAINT "spreadsheet_import_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cycle_participant_by_person" ON "cycle_participant" USING btree ("organisation_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "dispute_one_open" ON "dispute" USING btree ("organisation_id","person_id","skill_id") WHERE "dispute"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "evidence_by_person" ON "evidence" USING btree ("organisation_id","person_id","skill_id");--> statement-breakpoint
CREATE INDEX "moderation_decision_by_person" ON "moderation_decision" USING btree ("organisation_id","person_id","skill_id");--> statement-breakpoint
CREATE INDEX "spreadsheet_import_by_state" ON "spreadsheet_import" USING btree ("organisation_id","state");--> statement-breakpoint
ALTER TABLE "cycle" ADD CONSTRAINT "cycle_team_fk" FOREIGN KEY ("organisation_id","team_id") REFERENCES "public"."team"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assessment_by_cycle" ON "assessment" USING btree ("organisation_id","cycle_id","person_id");--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_exempt_whole" CHECK (("assessment"."exempt_until" is null) = ("assessment"."exempt_reason" is null) and ("assessment"."exempt_until" is null or "assessment"."level" is null));--> statement-breakpoint
ALTER TABLE "cycle" ADD CONSTRAINT "cycle_state_known" CHECK ("cycle"."state" in ('planned', 'open', 'closed'));