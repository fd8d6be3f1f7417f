CREATE TABLE "framework_alias" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"framework_id" uuid NOT NULL,
	"part" text NOT NULL,
	"part_id" uuid NOT NULL,
	"name" text NOT NULL,
	"version_id" uuid NOT NULL,
	CONSTRAINT "framework_alias_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "framework_alias_once" UNIQUE("organisation_id","part","part_id","version_id")
);
--> statement-breakpoint
CREATE TABLE "framework_overlay" (
	"organisation_id" uuid NOT NULL,
	"framework_id" uuid NOT NULL,
	"additions" jsonb NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "framework_overlay_organisation_id_framework_id_pk" PRIMARY KEY("organisation_id","framework_id")
);
--> statement-breakpoint
CREATE TABLE "framework_release" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"upload_id" uuid NOT NULL,
	"framework_key" text DEFAULT '' NOT NULL,
	"framework_name" text DEFAULT '' NOT NULL,
	"kind" text DEFAULT 'own' NOT NULL,
	"state" text NOT NULL,
	"label" text NOT NULL,
	"steps_done" smallint DEFAULT 0 NOT NULL,
	"steps" smallint DEFAULT 1 NOT NULL,
	"claimed_at" timestamp with time zone,
	"compared_version_id" uuid,
	"readings" jsonb,
	"change_notes" jsonb,
	"plan" jsonb,
	"refusals" jsonb,
	"version_id" uuid,
	"version_before_id" uuid,
	"undo" jsonb,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "framework_release_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "framework_release_state_known" CHECK ("framework_release"."state" in ('reading', 'refused', 'open', 'published', 'withdrawn', 'discarded'))
);
--> statement-breakpoint
CREATE TABLE "framework_release_decision" (
	"organisation_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"item_key" text NOT NULL,
	"choice" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "framework_release_decision_organisation_id_release_id_item_key_pk" PRIMARY KEY("organisation_id","release_id","item_key")
);
--> statement-breakpoint
CREATE TABLE "framework_release_file" (
	"organisation_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"name" text NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "framework_release_file_organisation_id_release_id_position_pk" PRIMARY KEY("organisation_id","release_id","position")
);
--> statement-breakpoint
CREATE TABLE "job_description" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"role_level_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"title" text NOT NULL,
	"sections" jsonb NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "job_description_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "skill_succession" (
	"organisation_id" uuid NOT NULL,
	"from_skill_id" uuid NOT NULL,
	"to_skill_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	CONSTRAINT "skill_succession_organisation_id_from_skill_id_to_skill_id_pk" PRIMARY KEY("organisation_id","from_skill_id","to_skill_id")
);
--> statement-breakpoint
ALTER TABLE "framework_version" ADD COLUMN "base_version_id" uuid;--> statement-breakpoint
ALTER TABLE "framework_version" ADD COLUMN "own_additions" jsonb;--> statement-breakpoint
ALTER TABLE "framework_version" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "role_content" ADD COLUMN "role_type" text;--> statement-breakpoint
ALTER TABLE "role_content" ADD COLUMN "skills_without_level" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "skill_content" ADD COLUMN "meaning_revision" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "current_assessment" ADD COLUMN "needs_review" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "framework_alias" ADD CONSTRAINT "framework_alias_framework_fk" FOREIGN KEY ("organisation_id","framework_id") REFERENCES "public"."framework"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_alias" ADD CONSTRAINT "framework_alias_version_fk" FOREIGN KEY ("organisation_id","version_id") REFERENCES "public"."framework_version"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_overlay" ADD CONSTRAINT "framework_overlay_framework_fk" FOREIGN KEY ("organisation_id","framework_id") REFERENCES "public"."framework"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_release" ADD CONSTRAINT "framework_release_compared_fk" FOREIGN KEY ("organisation_id","compared_version_id") REFERENCES "public"."framework_version"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_release" ADD CONSTRAINT "framework_release_version_fk" FOREIGN KEY ("organisation_id","version_id") REFERENCES "public"."framework_version"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_release" ADD CONSTRAINT "framework_release_version_before_fk" FOREIGN KEY ("organisation_id","version_before_id") REFERENCES "public"."framework_version"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_release_decision" ADD CONSTRAINT "framework_release_decision_release_fk" FOREIGN KEY ("organisation_id","release_id") REFERENCES "public"."framework_release"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_release_file" ADD CONSTRAINT "framework_release_file_release_fk" FOREIGN KEY ("organisation_id","release_id") REFERENCES "public"."framework_release"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_description" ADD CONSTRAINT "job_description_role_level_fk" FOREIGN KEY ("organisation_id","role_level_id") REFERENCES "public"."role_level"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_description" ADD CONSTRAINT "job_description_version_fk" FOREIGN KEY ("organisation_id","version_id") REFERENCES "public"."framework_version"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_succession" ADD CONSTRAINT "skill_succession_from_fk" FOREIGN KEY ("organisation_id","from_skill_id") REFERENCES "public"."skill"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_succession" ADD CONSTRAINT "skill_succession_to_fk" FOREIGN KEY ("organisation_id","to_skill_id") REFERENCES "public"."skill"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_succession" ADD CONSTRAINT "skill_succession_version_fk" FOREIGN KEY ("organisation_id","version_id") REFERENCES "public"."framework_version"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "framework_release_by_state" ON "framework_release" USING btree ("organisation_id","state");--> statement-breakpoint
ALTER TABLE "framework_version" ADD CONSTRAINT "framework_version_base_fk" FOREIGN KEY ("organisation_id","base_version_id") REFERENCES "public"."framework_version"("organisation_id","id") ON DELETE no action ON UPDATE no action;