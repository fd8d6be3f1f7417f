CREATE TABLE "organisation_revision" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "team_revision" (
	"organisation_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	CONSTRAINT "team_revision_organisation_id_team_id_pk" PRIMARY KEY("organisation_id","team_id")
);
--> statement-breakpoint
CREATE TABLE "team_skill_snapshot" (
	"organisation_id" uuid NOT NULL,
	"cycle_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"expected" integer NOT NULL,
	"assessed" integer NOT NULL,
	"met" integer NOT NULL,
	"at_level" integer[] NOT NULL,
	"oldest_agreed_on" date,
	CONSTRAINT "team_skill_snapshot_organisation_id_cycle_id_team_id_skill_id_pk" PRIMARY KEY("organisation_id","cycle_id","team_id","skill_id")
);
--> statement-breakpoint
ALTER TABLE "organisation_revision" ADD CONSTRAINT "organisation_revision_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_revision" ADD CONSTRAINT "team_revision_team_fk" FOREIGN KEY ("organisation_id","team_id") REFERENCES "public"."team"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_skill_snapshot" ADD CONSTRAINT "team_skill_snapshot_cycle_fk" FOREIGN KEY ("organisation_id","cycle_id") REFERENCES "public"."cycle"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_skill_snapshot" ADD CONSTRAINT "team_skill_snapshot_team_fk" FOREIGN KEY ("organisation_id","team_id") REFERENCES "public"."team"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_skill_snapshot" ADD CONSTRAINT "team_skill_snapshot_skill_fk" FOREIGN KEY ("organisation_id","skill_id") REFERENCES "public"."skill"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "current_assessment_by_team" ON "current_assessment" USING btree ("organisation_id","team_id","skill_id");