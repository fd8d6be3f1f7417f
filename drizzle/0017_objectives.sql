CREATE TABLE "objective" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"words" text NOT NULL,
	"target_level" smallint,
	"due_on" date NOT NULL,
	"added_by_user_id" uuid,
	"added_by_name" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"changed_by_user_id" uuid,
	"changed_by_name" text,
	"changed_at" timestamp with time zone,
	"outcome" text,
	"outcome_words" text,
	"ended_by_user_id" uuid,
	"ended_by_name" text,
	"ended_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "objective_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "objective_target_in_range" CHECK ("objective"."target_level" is null or "objective"."target_level" between 1 and 9),
	CONSTRAINT "objective_outcome_known" CHECK ("objective"."outcome" is null or "objective"."outcome" in ('met', 'partly-met', 'not-met', 'dropped')),
	CONSTRAINT "objective_changed_whole" CHECK (("objective"."changed_at" is null) = ("objective"."changed_by_name" is null)),
	CONSTRAINT "objective_ended_whole" CHECK (("objective"."outcome" is null) = ("objective"."ended_at" is null) and ("objective"."ended_at" is null) = ("objective"."ended_by_name" is null) and ("objective"."outcome" is not null or "objective"."outcome_words" is null))
);
--> statement-breakpoint
ALTER TABLE "objective" ADD CONSTRAINT "objective_person_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."person"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objective" ADD CONSTRAINT "objective_skill_fk" FOREIGN KEY ("organisation_id","skill_id") REFERENCES "public"."skill"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "objective_by_person" ON "objective" USING btree ("organisation_id","person_id","skill_id");